// Mistake: compares with the first number, so in a list without a drop it runs off to the right.
function findMin(nums: number[]): number {
  let low = 0;
  let high = nums.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (nums[middle] >= nums[0]) low = middle + 1;
    else high = middle;
  }
  return nums[low];
}
