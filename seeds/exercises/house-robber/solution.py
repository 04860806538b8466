def rob(amounts: list[int]) -> int:
    before_last = 0  # best for the houses up to the one before the last
    last = 0  # best for the houses up to the last one
    for amount in amounts:
        before_last, last = last, max(last, before_last + amount)
    return last
