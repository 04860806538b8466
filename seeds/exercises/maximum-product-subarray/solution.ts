function maxProduct(nums: number[]): number {
  let high = nums[0]; // largest product of a stretch that ends here
  let low = nums[0]; // smallest one: a negative number may turn it into the largest
  let best = nums[0];
  for (let i = 1; i < nums.length; i++) {
    const num = nums[i];
    const viaHigh = num * high;
    const viaLow = num * low;
    high = Math.max(num, viaHigh, viaLow);
    low = Math.min(num, viaHigh, viaLow);
    best = Math.max(best, high);
  }
  return best;
}
