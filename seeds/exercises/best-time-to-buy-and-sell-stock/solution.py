def max_profit(prices: list[int]) -> int:
    best = 0
    lowest = prices[0] if prices else 0
    for price in prices:
        best = max(best, price - lowest)
        lowest = min(lowest, price)
    return best
