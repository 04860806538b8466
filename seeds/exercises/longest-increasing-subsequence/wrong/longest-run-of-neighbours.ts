// Mistake: only neighbouring numbers are considered.
function lengthOfLis(nums: number[]): number {
  let best = 0;
  let run = 0;
  for (let i = 0; i < nums.length; i += 1) {
    run = i > 0 && nums[i] > nums[i - 1] ? run + 1 : 1;
    best = Math.max(best, run);
  }
  return best;
}
