// Mistake: counts everything that overlaps a meeting, even if those do not overlap each other.
function minRooms(meetings: number[][]): number {
  let rooms = 0;
  for (const [start, end] of meetings) {
    const overlapping = meetings.filter((other) => other[0] < end && start < other[1]);
    rooms = Math.max(rooms, overlapping.length);
  }
  return rooms;
}
