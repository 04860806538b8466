// Mistake: looks the third number up among all numbers, so a single card can be used twice.
function threeSum(nums: number[]): number[][] {
  const held = new Set(nums);
  const found = new Map<string, number[]>();
  for (let i = 0; i < nums.length; i++) {
    for (let j = i + 1; j < nums.length; j++) {
      const third = 0 - nums[i] - nums[j];
      if (!held.has(third)) continue;
      const triple = [nums[i], nums[j], third].sort((a, b) => a - b);
      found.set(triple.join(), triple);
    }
  }
  return [...found.values()];
}
