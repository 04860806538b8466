def longest_palindrome(text: str) -> str:
    best = ""
    # Middle 2i is the character i, middle 2i + 1 the gap behind it.
    for middle in range(2 * len(text) - 1):
        left = middle // 2
        right = left + middle % 2
        while left >= 0 and right < len(text) and text[left] == text[right]:
            left -= 1
            right += 1
        # Both pointers stand just outside the palindrome now.
        if right - left - 1 > len(best):
            best = text[left + 1 : right]
    return best
