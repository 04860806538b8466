// Mistake: asks the map for a truthy value, and index 0 is falsy, so a repeat of the first number is missed.
function containsDuplicate(nums: number[]): boolean {
  const firstAt = new Map<number, number>();
  for (let i = 0; i < nums.length; i++) {
    if (firstAt.get(nums[i])) return true;
    if (!firstAt.has(nums[i])) firstAt.set(nums[i], i);
  }
  return false;
}
