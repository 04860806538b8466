class MedianFinder {
  private lower = new Heap((a, b) => a > b); // the smaller half, its largest on top
  private upper = new Heap((a, b) => a < b); // the larger half, its smallest on top

  addNum(num: number): void {
    // What passes through a heap comes out as its extreme, so the halves stay in order.
    this.lower.push(num);
    this.upper.push(this.lower.pop());
    if (this.upper.size > this.lower.size) this.lower.push(this.upper.pop());
  }

  findMedian(): number {
    if (this.lower.size > this.upper.size) return this.lower.top;
    return (this.lower.top + this.upper.top) / 2;
  }
}

class Heap {
  private items: number[] = [];
  private isAbove: (a: number, b: number) => boolean;

  constructor(isAbove: (a: number, b: number) => boolean) {
    this.isAbove = isAbove;
  }

  get size(): number {
    return this.items.length;
  }

  get top(): number {
    return this.items[0];
  }

  push(item: number): void {
    let at = this.items.length;
    this.items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isAbove(item, this.items[parent])) break;
      this.items[at] = this.items[parent];
      at = parent;
    }
    this.items[at] = item;
  }

  pop(): number {
    const top = this.items[0];
    const item = this.items[this.items.length - 1];
    this.items.length--;
    const size = this.items.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isAbove(this.items[child + 1], this.items[child])) child++;
      if (!this.isAbove(this.items[child], item)) break;
      this.items[at] = this.items[child];
      at = child;
    }
    this.items[at] = item;
    return top;
  }
}
