function canAttendAll(meetings: number[][]): boolean {
  const byStart = [...meetings].sort((a, b) => a[0] - b[0]);
  return byStart.every((meeting, i) => i === 0 || byStart[i - 1][1] <= meeting[0]);
}
