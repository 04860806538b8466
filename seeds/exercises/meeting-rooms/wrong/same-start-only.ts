// Mistake: looks only for meetings that begin at the same moment.
function canAttendAll(meetings: number[][]): boolean {
  return new Set(meetings.map(([start]) => start)).size === meetings.length;
}
