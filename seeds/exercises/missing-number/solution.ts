function missingNumber(nums: number[]): number {
  // Every number that is present meets its twin (an index, or n) and cancels out.
  let left = nums.length;
  for (let i = 0; i < nums.length; i++) {
    left ^= i ^ nums[i];
  }
  return left;
}
