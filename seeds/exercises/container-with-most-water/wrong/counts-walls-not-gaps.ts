// Mistake: the width is the number of walls, one more than the distance between them.
function maxArea(heights: number[]): number {
  let left = 0;
  let right = heights.length - 1;
  let best = 0;
  while (left < right) {
    best = Math.max(best, (right - left + 1) * Math.min(heights[left], heights[right]));
    if (heights[left] < heights[right]) left += 1;
    else right -= 1;
  }
  return best;
}
