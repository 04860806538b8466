def find_min(nums: list[int]) -> int:
    low, high = 0, len(nums) - 1
    while low < high:
        middle = (low + high) // 2
        # Larger than the last of the range: the middle is in the first part, before the drop.
        if nums[middle] > nums[high]:
            low = middle + 1
        else:
            high = middle
    return nums[low]
