// Mistake: sort() without a comparison orders the numbers as text.
function longestConsecutive(nums: number[]): number {
  if (nums.length === 0) return 0;
  const sorted = [...new Set(nums)].sort();
  let longest = 1;
  let length = 1;
  for (let i = 1; i < sorted.length; i++) {
    length = sorted[i] === sorted[i - 1] + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
