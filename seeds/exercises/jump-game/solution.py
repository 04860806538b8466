def can_jump(jumps: list[int]) -> bool:
    furthest = 0
    for stone, length in enumerate(jumps):
        if stone > furthest:
            return False
        furthest = max(furthest, stone + length)
    return True
