def max_product(nums: list[int]) -> int:
    # Largest and smallest product of a stretch that ends here.
    high = low = best = nums[0]
    for num in nums[1:]:
        candidates = (num, num * high, num * low)
        high, low = max(candidates), min(candidates)
        best = max(best, high)
    return best
