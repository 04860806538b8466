// Mistake: takes the upper of the two middle numbers instead of their average.
class MedianFinder {
  private sorted: number[] = [];

  addNum(num: number): void {
    let at = this.sorted.length;
    while (at > 0 && this.sorted[at - 1] > num) at--;
    this.sorted.splice(at, 0, num);
  }

  findMedian(): number {
    return this.sorted[this.sorted.length >> 1];
  }
}
