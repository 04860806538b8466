// Mistake: sorts by rising count and takes the first k, which are the rarest.
function topKFrequent(nums: number[], k: number): number[] {
  const counts = new Map<number, number>();
  for (const num of nums) counts.set(num, (counts.get(num) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => a[1] - b[1])
    .slice(0, k)
    .map(([num]) => num);
}
