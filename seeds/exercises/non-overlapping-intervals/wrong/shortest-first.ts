// Mistake: keeps the shortest slots first.
function minRemovals(intervals: number[][]): number {
  const byLength = [...intervals].sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  const kept: number[][] = [];
  for (const [start, end] of byLength) {
    if (kept.every((other) => end <= other[0] || other[1] <= start)) kept.push([start, end]);
  }
  return intervals.length - kept.length;
}
