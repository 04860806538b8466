def can_break(text: str, words: list[str]) -> bool:
    known = set(words)
    longest = max(map(len, words), default=0)
    # reachable[end]: the first `end` characters can be cut into words.
    reachable = [True] + [False] * len(text)
    for end in range(1, len(text) + 1):
        reachable[end] = any(
            reachable[start] and text[start:end] in known
            for start in range(max(0, end - longest), end)
        )
    return reachable[len(text)]
