// Mistake: keeps the middle when it lies before the drop, so it can stop on the largest number.
function findMin(nums: number[]): number {
  let low = 0;
  let high = nums.length - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (nums[middle] > nums[high]) low = middle;
    else high = middle;
  }
  return nums[high];
}
