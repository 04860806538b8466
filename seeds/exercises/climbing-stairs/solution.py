def climb_stairs(steps: int) -> int:
    below = 1  # ways to stand on the floor: do nothing
    here = 1  # ways to reach the first step
    for _ in range(2, steps + 1):
        below, here = here, below + here
    return here
