def count_bits(n: int) -> list[int]:
    ones = [0] * (n + 1)
    for i in range(1, n + 1):
        # Without its lowest digit the number is one whose ones are known.
        ones[i] = ones[i >> 1] + (i & 1)
    return ones
