// Mistake: the two highest walls are chosen, whatever their distance.
function maxArea(heights: number[]): number {
  const order = heights.map((_, i) => i).sort((a, b) => heights[b] - heights[a]);
  const [first, second] = order;
  return Math.abs(first - second) * Math.min(heights[first], heights[second]);
}
