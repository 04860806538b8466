// Mistake: both walls move at once, so pairs that are not symmetric are never measured.
function maxArea(heights: number[]): number {
  let best = 0;
  for (let left = 0, right = heights.length - 1; left < right; left += 1, right -= 1) {
    best = Math.max(best, (right - left) * Math.min(heights[left], heights[right]));
  }
  return best;
}
