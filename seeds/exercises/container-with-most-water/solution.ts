function maxArea(heights: number[]): number {
  let left = 0;
  let right = heights.length - 1;
  let best = 0;
  while (left < right) {
    best = Math.max(best, (right - left) * Math.min(heights[left], heights[right]));
    // The lower wall has just had its widest partner: it can do no better.
    if (heights[left] < heights[right]) left += 1;
    else right -= 1;
  }
  return best;
}
