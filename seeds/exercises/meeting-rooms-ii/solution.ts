function minRooms(meetings: number[][]): number {
  const starts = meetings.map(([start]) => start).sort((a, b) => a - b);
  const ends = meetings.map(([, end]) => end).sort((a, b) => a - b);
  let rooms = 0;
  let ended = 0;
  for (const start of starts) {
    // A room whose meeting is over is handed on; otherwise one more is needed.
    if (ends[ended] <= start) ended += 1;
    else rooms += 1;
  }
  return rooms;
}
