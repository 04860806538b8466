def combination_sum(candidates: list[int], target: int) -> list[list[int]]:
    sizes = sorted(candidates)
    combinations: list[list[int]] = []
    taken: list[int] = []

    def extend(start: int, missing: int) -> None:
        if missing == 0:
            combinations.append(taken.copy())
            return
        # Only sizes from `start` on: each combination arises in one order.
        for i in range(start, len(sizes)):
            if sizes[i] > missing:
                break
            taken.append(sizes[i])
            extend(i, missing - sizes[i])
            taken.pop()

    extend(0, target)
    return combinations
