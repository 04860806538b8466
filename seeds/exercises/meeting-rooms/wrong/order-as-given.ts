// Mistake: compares neighbours of the list without putting it in order first.
function canAttendAll(meetings: number[][]): boolean {
  for (let i = 1; i < meetings.length; i++) {
    const [start, end] = meetings[i];
    const [previousStart, previousEnd] = meetings[i - 1];
    if (start < previousEnd && previousStart < end) return false;
  }
  return true;
}
