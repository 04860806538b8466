// Mistake: divides the total product, which has no meaning where there is a zero.
function productExceptSelf(nums: number[]): number[] {
  const total = nums.reduce((product, num) => product * num, 1);
  return nums.map((num) => (num === 0 ? 0 : total / num));
}
