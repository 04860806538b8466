def longest_common_subsequence(first: str, second: str) -> int:
    # above[j]: the answer for the letters of `first` so far and the first j letters of `second`.
    above = [0] * (len(second) + 1)
    for letter in first:
        row = [0]
        for j, other in enumerate(second):
            row.append(above[j] + 1 if letter == other else max(above[j + 1], row[j]))
        above = row
    return above[-1]
