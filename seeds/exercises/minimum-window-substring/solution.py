from collections import Counter


def min_window(text: str, letters: str) -> str:
    # How many of each character the window lacks; negative when it has spare ones.
    lack = Counter(letters)
    missing = len(letters)
    best_start, best_length = 0, len(text) + 1
    start = 0
    for end, entering in enumerate(text):
        if lack[entering] > 0:
            missing -= 1
        lack[entering] -= 1

        while missing == 0:
            length = end - start + 1
            if length < best_length:
                best_start, best_length = start, length
            leaving = text[start]
            lack[leaving] += 1
            if lack[leaving] > 0:
                missing += 1
            start += 1
    return "" if best_length > len(text) else text[best_start : best_start + best_length]
