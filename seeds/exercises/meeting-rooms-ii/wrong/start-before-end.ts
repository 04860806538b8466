// Mistake: at the same moment, the start is counted before the end, so a room is not handed on.
function minRooms(meetings: number[][]): number {
  const events = meetings.flatMap(([start, end]) => [[start, 1], [end, -1]]);
  events.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let running = 0;
  let rooms = 0;
  for (const [, change] of events) {
    running += change;
    rooms = Math.max(rooms, running);
  }
  return rooms;
}
