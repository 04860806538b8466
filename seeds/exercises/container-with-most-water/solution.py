def max_area(heights: list[int]) -> int:
    left, right = 0, len(heights) - 1
    best = 0
    while left < right:
        best = max(best, (right - left) * min(heights[left], heights[right]))
        # The lower wall has just had its widest partner: it can do no better.
        if heights[left] < heights[right]:
            left += 1
        else:
            right -= 1
    return best
