function lengthOfLis(nums: number[]): number {
  // tails[k]: the smallest number with which a rising selection of length k + 1 can end.
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
  }
  return tails.length;
}
