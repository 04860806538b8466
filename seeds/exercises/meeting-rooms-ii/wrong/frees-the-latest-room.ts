// Mistake: looks only at the room opened last, although another one may be free.
function minRooms(meetings: number[][]): number {
  const sorted = [...meetings].sort((a, b) => a[0] - b[0]);
  const rooms: number[] = [];
  for (const [start, end] of sorted) {
    const last = rooms.length - 1;
    if (last >= 0 && rooms[last] <= start) rooms[last] = end;
    else rooms.push(end);
  }
  return rooms.length;
}
