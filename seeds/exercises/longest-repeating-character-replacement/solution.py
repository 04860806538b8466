from collections import Counter


def longest_uniform_run(text: str, changes: int) -> int:
    counts: Counter[str] = Counter()
    highest = 0  # highest count any window has had; it need never go down
    left = 0
    longest = 0
    for right, letter in enumerate(text):
        counts[letter] += 1
        highest = max(highest, counts[letter])
        if right - left + 1 - highest > changes:
            counts[text[left]] -= 1
            left += 1
        longest = max(longest, right - left + 1)
    return longest
