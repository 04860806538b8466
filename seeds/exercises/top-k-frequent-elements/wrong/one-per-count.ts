// Mistake: keeps only one number for each count, so numbers with equal counts push each other out.
function topKFrequent(nums: number[], k: number): number[] {
  const counts = new Map<number, number>();
  for (const num of nums) counts.set(num, (counts.get(num) ?? 0) + 1);
  const byCount = new Map<number, number>();
  for (const [num, count] of counts) byCount.set(count, num);
  return [...byCount]
    .sort((a, b) => b[0] - a[0])
    .slice(0, k)
    .map(([, num]) => num);
}
