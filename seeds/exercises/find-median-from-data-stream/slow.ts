class MedianFinder {
  private sorted: number[] = [];

  // Keeps the array sorted: every larger number has to make room.
  addNum(num: number): void {
    let at = this.sorted.length;
    this.sorted.push(num);
    while (at > 0 && this.sorted[at - 1] > num) {
      this.sorted[at] = this.sorted[at - 1];
      at--;
    }
    this.sorted[at] = num;
  }

  findMedian(): number {
    const middle = this.sorted.length >> 1;
    if (this.sorted.length % 2 === 1) return this.sorted[middle];
    return (this.sorted[middle - 1] + this.sorted[middle]) / 2;
  }
}
