// Mistake: takes the middle of the numbers in the order in which they arrived.
class MedianFinder {
  private nums: number[] = [];

  addNum(num: number): void {
    this.nums.push(num);
  }

  findMedian(): number {
    const middle = this.nums.length >> 1;
    if (this.nums.length % 2 === 1) return this.nums[middle];
    return (this.nums[middle - 1] + this.nums[middle]) / 2;
  }
}
