// Mistake: sorts the counts as text, so nine loans rank above ten.
function topKFrequent(nums: number[], k: number): number[] {
  const counts = new Map<number, number>();
  for (const num of nums) counts.set(num, (counts.get(num) ?? 0) + 1);
  return [...counts.keys()]
    .sort((a, b) => (String(counts.get(a)) < String(counts.get(b)) ? 1 : -1))
    .slice(0, k);
}
