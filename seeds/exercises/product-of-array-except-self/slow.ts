function productExceptSelf(nums: number[]): number[] {
  const products: number[] = [];
  for (let left = 0; left < nums.length; left++) {
    let product = 1;
    for (let i = 0; i < nums.length; i++) {
      if (i !== left) product *= nums[i];
    }
    products.push(product);
  }
  return products;
}
