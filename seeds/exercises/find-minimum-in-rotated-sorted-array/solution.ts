function findMin(nums: number[]): number {
  let low = 0;
  let high = nums.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // Larger than the last of the range: the middle is in the first part, before the drop.
    if (nums[middle] > nums[high]) low = middle + 1;
    else high = middle;
  }
  return nums[low];
}
