// Mistake: takes the choice of one or two as free on every step and doubles the ways each time.
function climbStairs(steps: number): number {
  let ways = 1;
  for (let step = 2; step <= steps; step++) {
    ways *= 2;
  }
  return ways;
}
