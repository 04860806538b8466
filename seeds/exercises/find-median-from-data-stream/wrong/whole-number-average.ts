// Mistake: cuts the average of the two middle numbers down to a whole number.
class MedianFinder {
  private sorted: number[] = [];

  addNum(num: number): void {
    let at = this.sorted.length;
    while (at > 0 && this.sorted[at - 1] > num) at--;
    this.sorted.splice(at, 0, num);
  }

  findMedian(): number {
    const middle = this.sorted.length >> 1;
    if (this.sorted.length % 2 === 1) return this.sorted[middle];
    return Math.floor((this.sorted[middle - 1] + this.sorted[middle]) / 2);
  }
}
