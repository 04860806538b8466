from heapq import heappush, heappushpop


class MedianFinder:
    def __init__(self) -> None:
        self.lower: list[int] = []  # the smaller half, negated: its largest is on top
        self.upper: list[int] = []  # the larger half, its smallest is on top

    def add_num(self, num: int) -> None:
        # What passes through a heap comes out as its extreme, so the halves stay in order.
        if len(self.lower) == len(self.upper):
            heappush(self.lower, -heappushpop(self.upper, num))
        else:
            heappush(self.upper, -heappushpop(self.lower, -num))

    def find_median(self) -> float:
        if len(self.lower) > len(self.upper):
            return -self.lower[0]
        return (self.upper[0] - self.lower[0]) / 2
