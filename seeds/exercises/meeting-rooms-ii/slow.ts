function minRooms(meetings: number[][]): number {
  let rooms = 0;
  // The busiest moment is the start of some meeting: count for each start how many are running.
  for (const [moment] of meetings) {
    let running = 0;
    for (const [start, end] of meetings) {
      if (start <= moment && moment < end) running += 1;
    }
    rooms = Math.max(rooms, running);
  }
  return rooms;
}
