// Mistake: begins anew at each negative number instead of when the running sum has become negative.
function maxSubarray(nums: number[]): number {
  let running = 0;
  let best = nums[0];
  for (const num of nums) {
    running = num < 0 ? num : Math.max(running, 0) + num;
    best = Math.max(best, running);
  }
  return best;
}
