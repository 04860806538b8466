function minRemovals(intervals: number[][]): number {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0]);
  // kept[i]: the largest selection that ends with slot i.
  const kept: number[] = [];
  let most = 0;
  for (let i = 0; i < sorted.length; i++) {
    kept[i] = 1;
    for (let j = 0; j < i; j++) {
      if (sorted[j][1] <= sorted[i][0]) kept[i] = Math.max(kept[i], kept[j] + 1);
    }
    most = Math.max(most, kept[i]);
  }
  return intervals.length - most;
}
