function missingNumber(nums: number[]): number {
  for (let candidate = 0; candidate < nums.length; candidate++) {
    let found = false;
    for (const num of nums) {
      if (num === candidate) {
        found = true;
        break;
      }
    }
    if (!found) return candidate;
  }
  return nums.length;
}
