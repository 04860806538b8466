// Mistake: after sorting, a repeated number is neither skipped nor part of the run, so it starts a new one.
function longestConsecutive(nums: number[]): number {
  if (nums.length === 0) return 0;
  const sorted = [...nums].sort((a, b) => a - b);
  let longest = 1;
  let length = 1;
  for (let i = 1; i < sorted.length; i++) {
    length = sorted[i] === sorted[i - 1] + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
