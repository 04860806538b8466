// Mistake: combines only the indices 0 … n − 1, so n itself never takes part.
function missingNumber(nums: number[]): number {
  let left = 0;
  for (let i = 0; i < nums.length; i++) {
    left ^= i ^ nums[i];
  }
  return left;
}
