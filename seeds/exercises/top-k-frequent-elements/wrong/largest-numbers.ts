// Mistake: returns the largest numbers instead of the most frequent ones.
function topKFrequent(nums: number[], k: number): number[] {
  return [...new Set(nums)].sort((a, b) => b - a).slice(0, k);
}
