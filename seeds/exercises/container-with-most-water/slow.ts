function maxArea(heights: number[]): number {
  let best = 0;
  for (let left = 0; left < heights.length; left += 1) {
    for (let right = left + 1; right < heights.length; right += 1) {
      best = Math.max(best, (right - left) * Math.min(heights[left], heights[right]));
    }
  }
  return best;
}
