// Mistake: joins each stretch to the first one in the answer that it meets, without sorting; two of those are never joined later.
function mergeIntervals(intervals: number[][]): number[][] {
  const merged: number[][] = [];
  for (const [start, end] of intervals) {
    const met = merged.find((other) => start <= other[1] && other[0] <= end);
    if (met) {
      met[0] = Math.min(met[0], start);
      met[1] = Math.max(met[1], end);
    } else merged.push([start, end]);
  }
  return merged;
}
