// Mistake: carries only the largest product, as for sums, so two negatives never find each other.
function maxProduct(nums: number[]): number {
  let high = nums[0];
  let best = nums[0];
  for (let i = 1; i < nums.length; i++) {
    high = Math.max(nums[i], high * nums[i]);
    best = Math.max(best, high);
  }
  return best;
}
