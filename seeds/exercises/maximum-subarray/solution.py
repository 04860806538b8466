def max_subarray(nums: list[int]) -> int:
    ending_here = best = nums[0]
    for num in nums[1:]:
        ending_here = max(num, ending_here + num)
        best = max(best, ending_here)
    return best
