function lengthOfLis(nums: number[]): number {
  // best[i]: the longest rising selection that ends at i. All earlier numbers are asked.
  const best = new Array<number>(nums.length).fill(1);
  let longest = 0;
  for (let i = 0; i < nums.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (nums[j] < nums[i] && best[j] >= best[i]) best[i] = best[j] + 1;
    }
    longest = Math.max(longest, best[i]);
  }
  return longest;
}
