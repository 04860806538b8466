function twoSum(nums: number[], target: number): number[] {
  for (let first = 0; first < nums.length; first += 1) {
    for (let second = first + 1; second < nums.length; second += 1) {
      if (nums[first] + nums[second] === target) return [first, second];
    }
  }
  return [];
}
