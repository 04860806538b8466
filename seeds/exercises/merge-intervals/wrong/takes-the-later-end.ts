// Mistake: takes over the end of the later stretch, even when it lies inside the earlier one.
function mergeIntervals(intervals: number[][]): number[][] {
  const byStart = [...intervals].sort((a, b) => a[0] - b[0]);
  const merged: number[][] = [];
  for (const [start, end] of byStart) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else merged.push([start, end]);
  }
  return merged;
}
