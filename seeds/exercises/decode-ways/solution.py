def num_decodings(digits: str) -> int:
    two_back, one_back = 0, 1  # ways for all but the last two digits, and for all but the last
    for i, digit in enumerate(digits):
        ways = 0 if digit == "0" else one_back
        if i > 0 and "10" <= digits[i - 1 : i + 1] <= "26":
            ways += two_back
        two_back, one_back = one_back, ways
    return one_back
