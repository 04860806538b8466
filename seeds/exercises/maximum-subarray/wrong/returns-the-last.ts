// Mistake: returns the best stretch that ends on the last day instead of the best one overall.
function maxSubarray(nums: number[]): number {
  let endingHere = nums[0];
  for (let i = 1; i < nums.length; i++) {
    endingHere = Math.max(nums[i], endingHere + nums[i]);
  }
  return endingHere;
}
