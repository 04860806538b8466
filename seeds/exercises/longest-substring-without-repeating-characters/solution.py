def length_of_longest_substring(text: str) -> int:
    last_seen: dict[str, int] = {}
    left = 0
    longest = 0
    for right, char in enumerate(text):
        # A copy to the left of the window does no harm: the edge never moves back.
        left = max(left, last_seen.get(char, -1) + 1)
        last_seen[char] = right
        longest = max(longest, right - left + 1)
    return longest
