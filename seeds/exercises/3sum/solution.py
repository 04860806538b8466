def three_sum(nums: list[int]) -> list[list[int]]:
    nums = sorted(nums)
    triples: list[list[int]] = []
    for i, smallest in enumerate(nums):
        if smallest > 0:
            break
        if i > 0 and smallest == nums[i - 1]:
            continue  # all its triples are known
        left, right = i + 1, len(nums) - 1
        while left < right:
            total = smallest + nums[left] + nums[right]
            if total < 0:
                left += 1
            elif total > 0:
                right -= 1
            else:
                triples.append([smallest, nums[left], nums[right]])
                left += 1
                right -= 1
                while left < right and nums[left] == nums[left - 1]:
                    left += 1
    return triples
