// Mistake: it looks for the first larger end, so equal numbers may follow each other.
function lengthOfLis(nums: number[]): number {
  const tails: number[] = [];
  for (const value of nums) {
    let place = tails.findIndex((tail) => tail > value);
    if (place < 0) place = tails.length;
    tails[place] = value;
  }
  return tails.length;
}
