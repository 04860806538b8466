// Mistake: takes the number into the running product before it is written down.
function productExceptSelf(nums: number[]): number[] {
  const products: number[] = [];
  let before = 1;
  for (const num of nums) {
    before *= num;
    products.push(before);
  }
  let after = 1;
  for (let i = nums.length - 1; i >= 0; i--) {
    products[i] *= after;
    after *= nums[i];
  }
  return products;
}
