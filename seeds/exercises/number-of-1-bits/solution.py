def count_one_bits(n: int) -> int:
    ones = 0
    while n:
        n &= n - 1  # removes the lowest one
        ones += 1
    return ones
