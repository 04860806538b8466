// Mistake: sorts without a comparison function, so 1000 comes before 900.
function canAttendAll(meetings: number[][]): boolean {
  const byStart = [...meetings].sort();
  for (let i = 1; i < byStart.length; i++) {
    if (byStart[i][0] < byStart[i - 1][1]) return false;
  }
  return true;
}
