// Mistake: starts from 0, which stands for an empty stretch, so a list of losses gives 0.
function maxSubarray(nums: number[]): number {
  let endingHere = 0;
  let best = 0;
  for (const num of nums) {
    endingHere = Math.max(0, endingHere + num);
    best = Math.max(best, endingHere);
  }
  return best;
}
