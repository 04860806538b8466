def coin_change(coins: list[int], amount: int) -> int:
    impossible = amount + 1  # more coins than any sum can need
    fewest = [0] + [impossible] * amount
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total:
                fewest[total] = min(fewest[total], fewest[total - coin] + 1)
    return fewest[amount] if fewest[amount] < impossible else -1
