// Mistake: sorts by start and always keeps the slot that starts first, however long it is.
function minRemovals(intervals: number[][]): number {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0]);
  let removed = 0;
  let lastEnd = -Infinity;
  for (const [start, end] of sorted) {
    if (start >= lastEnd) lastEnd = end;
    else removed += 1;
  }
  return removed;
}
