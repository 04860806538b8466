function minRemovals(intervals: number[][]): number {
  const byEnd = [...intervals].sort((a, b) => a[1] - b[1]);
  let removed = 0;
  let lastEnd = -Infinity;
  for (const [start, end] of byEnd) {
    // What ends first leaves the most room for the rest.
    if (start >= lastEnd) lastEnd = end;
    else removed += 1;
  }
  return removed;
}
