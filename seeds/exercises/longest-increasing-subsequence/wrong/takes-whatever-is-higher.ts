// Mistake: from each start, every number higher than the last one is taken at once.
function lengthOfLis(nums: number[]): number {
  let best = 0;
  for (let start = 0; start < Math.min(nums.length, 2000); start += 1) {
    let last = nums[start];
    let length = 1;
    for (let i = start + 1; i < nums.length; i += 1) {
      if (nums[i] > last) {
        last = nums[i];
        length += 1;
      }
    }
    best = Math.max(best, length);
  }
  return best;
}
