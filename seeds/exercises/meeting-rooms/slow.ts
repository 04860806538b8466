function canAttendAll(meetings: number[][]): boolean {
  const latest = Math.max(0, ...meetings.map(([, end]) => end));
  // Goes through the time second by second.
  for (let second = 0; second < latest; second++) {
    let busy = 0;
    for (const [start, end] of meetings) {
      if (start <= second && second < end) busy++;
    }
    if (busy > 1) return false;
  }
  return true;
}
