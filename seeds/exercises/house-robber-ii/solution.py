def rob(amounts: list[int]) -> int:
    if len(amounts) == 1:
        return amounts[0]
    return max(best_on_a_line(amounts[1:]), best_on_a_line(amounts[:-1]))


def best_on_a_line(amounts: list[int]) -> int:
    before = best = 0
    for amount in amounts:
        before, best = best, max(best, before + amount)
    return best
