// Mistake: overwrites the largest product before the smallest is computed from it.
function maxProduct(nums: number[]): number {
  let high = nums[0];
  let low = nums[0];
  let best = nums[0];
  for (let i = 1; i < nums.length; i++) {
    const num = nums[i];
    high = Math.max(num, num * high, num * low);
    low = Math.min(num, num * high, num * low);
    best = Math.max(best, high);
  }
  return best;
}
