// Mistake: counts neighbours in order of start that overlap, and forgets the meetings before them.
function minRooms(meetings: number[][]): number {
  const sorted = [...meetings].sort((a, b) => a[0] - b[0]);
  let rooms = Math.min(sorted.length, 1);
  let run = 1;
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i][0] < sorted[i - 1][1] ? run + 1 : 1;
    rooms = Math.max(rooms, run);
  }
  return rooms;
}
