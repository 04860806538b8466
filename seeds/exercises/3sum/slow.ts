function threeSum(nums: number[]): number[][] {
  const found = new Map<string, number[]>();
  for (let i = 0; i < nums.length; i++) {
    for (let j = 0; j < nums.length; j++) {
      for (let k = 0; k < nums.length; k++) {
        if (i === j || j === k || i === k) continue;
        if (nums[i] + nums[j] + nums[k] === 0) {
          const triple = [nums[i], nums[j], nums[k]].sort((a, b) => a - b);
          found.set(triple.join(), triple);
        }
      }
    }
  }
  return [...found.values()];
}
