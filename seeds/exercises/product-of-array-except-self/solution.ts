function productExceptSelf(nums: number[]): number[] {
  const products: number[] = [];
  let before = 1;
  for (const num of nums) {
    products.push(before);
    before *= num;
  }
  let after = 1;
  for (let i = nums.length - 1; i >= 0; i--) {
    products[i] *= after;
    after *= nums[i];
  }
  return products;
}
