// Mistake: counts it as a clash when a meeting begins exactly at the end of another.
function canAttendAll(meetings: number[][]): boolean {
  const byStart = [...meetings].sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < byStart.length; i++) {
    if (byStart[i][0] <= byStart[i - 1][1]) return false;
  }
  return true;
}
