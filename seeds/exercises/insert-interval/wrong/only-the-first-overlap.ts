// Mistake: merges with the first interval it meets and does not look at the ones after it.
function insertInterval(intervals: number[][], added: number[]): number[][] {
  const result = intervals.map(([start, end]) => [start, end]);
  for (const one of result) {
    if (one[0] <= added[1] && added[0] <= one[1]) {
      one[0] = Math.min(one[0], added[0]);
      one[1] = Math.max(one[1], added[1]);
      return result;
    }
  }
  return [...result, added].sort((a, b) => a[0] - b[0]);
}
