// Mistake: counts the neighbours that overlap, without asking which of them stays.
function minRemovals(intervals: number[][]): number {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0]);
  let removed = 0;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i][0] < sorted[i - 1][1]) removed += 1;
  }
  return removed;
}
