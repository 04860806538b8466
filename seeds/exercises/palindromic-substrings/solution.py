def count_palindromes(text: str) -> int:
    count = 0
    for centre in range(len(text)):
        # Odd lengths grow from one character, even lengths from a pair.
        for left, right in ((centre, centre), (centre, centre + 1)):
            while left >= 0 and right < len(text) and text[left] == text[right]:
                count += 1
                left -= 1
                right += 1
    return count
