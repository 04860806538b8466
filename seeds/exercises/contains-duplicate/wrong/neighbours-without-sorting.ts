// Mistake: compares only neighbours although the list is not sorted.
function containsDuplicate(nums: number[]): boolean {
  for (let i = 1; i < nums.length; i++) {
    if (nums[i] === nums[i - 1]) return true;
  }
  return false;
}
