// Mistake: leaves all zeros out of the total, as if there could be only one.
function productExceptSelf(nums: number[]): number[] {
  const total = nums.reduce((product, num) => (num === 0 ? product : product * num), 1);
  const hasZero = nums.includes(0);
  return nums.map((num) => {
    if (num === 0) return total;
    return hasZero ? 0 : total / num;
  });
}
