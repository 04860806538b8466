// Mistake: the best length starts at 1, although an empty list has no selection.
function lengthOfLis(nums: number[]): number {
  let best = 1;
  const tails: number[] = [];
  for (const value of nums) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (tails[mid] < value) low = mid + 1;
      else high = mid;
    }
    tails[low] = value;
    best = Math.max(best, tails.length);
  }
  return best;
}
