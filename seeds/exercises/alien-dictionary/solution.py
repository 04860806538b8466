from heapq import heapify, heappop, heappush
from itertools import pairwise


def alien_order(words: list[str]) -> str:
    # For every letter that occurs: the letters known to come after it.
    after: dict[str, set[str]] = {letter: set() for letter in set().union(*words)}
    for upper, lower in pairwise(words):
        rule = next(((a, b) for a, b in zip(upper, lower) if a != b), None)
        if rule is not None:
            after[rule[0]].add(rule[1])
        elif len(upper) > len(lower):
            return ""  # a longer word stands before its own beginning

    waiting_for = {letter: 0 for letter in after}
    for letters in after.values():
        for letter in letters:
            waiting_for[letter] += 1
    available = [letter for letter, count in waiting_for.items() if count == 0]
    heapify(available)
    order: list[str] = []
    while available:
        letter = heappop(available)
        order.append(letter)
        for later in after[letter]:
            waiting_for[later] -= 1
            if waiting_for[later] == 0:
                heappush(available, later)
    # Letters that are missing wait for each other.
    return "".join(order) if len(order) == len(after) else ""
