from collections import defaultdict
from string import ascii_lowercase


def group_anagrams(words: list[str]) -> list[list[str]]:
    groups: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for word in words:
        groups[tuple(word.count(letter) for letter in ascii_lowercase)].append(word)
    return list(groups.values())
