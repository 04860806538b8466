def two_sum(nums: list[int], target: int) -> list[int]:
    positions: dict[int, int] = {}
    for position, value in enumerate(nums):
        if target - value in positions:
            return [positions[target - value], position]
        # Recorded only after the look-up, so that no number is its own partner.
        positions[value] = position
    return []
