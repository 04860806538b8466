// Mistake: leaves out every number with the same value, not just the one at this position.
function productExceptSelf(nums: number[]): number[] {
  const cache = new Map<number, number>();
  return nums.map((left) => {
    const known = cache.get(left);
    if (known !== undefined) return known;
    const product = nums.filter((num) => num !== left).reduce((all, num) => all * num, 1);
    cache.set(left, product);
    return product;
  });
}
