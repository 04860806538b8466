// Mistake: starts every stretch from 1, as if an empty stretch were allowed.
function maxProduct(nums: number[]): number {
  let high = 1;
  let low = 1;
  let best = 1;
  for (const num of nums) {
    const viaHigh = num * high;
    const viaLow = num * low;
    high = Math.max(1, num, viaHigh, viaLow);
    low = Math.min(1, num, viaHigh, viaLow);
    best = Math.max(best, high);
  }
  return best;
}
