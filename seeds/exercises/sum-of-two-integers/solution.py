def get_sum(a: int, b: int) -> int:
    mask = 0xFFFFFFFF  # 32 ones: Python's integers are of unlimited width
    total, carry = a & mask, b & mask
    while carry:
        # Bits that are 1 in both go one place to the left; the others are added without a carry.
        total, carry = total ^ carry, ((total & carry) << 1) & mask
    # With the top bit set, the word stands for a negative number.
    return total if total <= 0x7FFFFFFF else ~(total ^ mask)
