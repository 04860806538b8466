import math


def min_removals(intervals: list[list[int]]) -> int:
    removed = 0
    last_end = -math.inf
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        # What ends first leaves the most room for the rest.
        if start >= last_end:
            last_end = end
        else:
            removed += 1
    return removed
