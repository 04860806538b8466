def reverse_bits(value: int) -> int:
    reversed_value = 0
    for _ in range(32):
        reversed_value = (reversed_value << 1) | (value & 1)
        value >>= 1
    return reversed_value
