// Mistake: sorts without a comparison function, so the stretches are ordered as text.
function mergeIntervals(intervals: number[][]): number[][] {
  const byStart = [...intervals].sort();
  const merged: number[][] = [];
  for (const [start, end] of byStart) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
