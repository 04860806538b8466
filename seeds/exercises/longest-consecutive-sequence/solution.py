def longest_consecutive(nums: list[int]) -> int:
    present = set(nums)
    longest = 0
    for num in present:
        # Only the first number of a run is followed, so every run is walked through once.
        if num - 1 in present:
            continue
        following = num + 1
        while following in present:
            following += 1
        longest = max(longest, following - num)
    return longest
