def missing_number(nums: list[int]) -> int:
    # Every number that is present meets its twin (an index, or n) and cancels out.
    left = len(nums)
    for i, num in enumerate(nums):
        left ^= i ^ num
    return left
