// Mistake: looks for runs among neighbours of the list as it is given.
function longestConsecutive(nums: number[]): number {
  let longest = 0;
  let length = 0;
  for (let i = 0; i < nums.length; i++) {
    length = i > 0 && nums[i] === nums[i - 1] + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
