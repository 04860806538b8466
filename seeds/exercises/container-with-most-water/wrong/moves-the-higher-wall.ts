// Mistake: the higher wall is given up, and the lower one goes on limiting the area.
function maxArea(heights: number[]): number {
  let left = 0;
  let right = heights.length - 1;
  let best = 0;
  while (left < right) {
    best = Math.max(best, (right - left) * Math.min(heights[left], heights[right]));
    if (heights[left] > heights[right]) left += 1;
    else right -= 1;
  }
  return best;
}
