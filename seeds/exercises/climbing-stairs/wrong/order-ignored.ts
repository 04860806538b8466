// Mistake: counts how many double strides are used and forgets that their order matters.
function climbStairs(steps: number): number {
  let ways = 0;
  for (let doubles = 0; doubles * 2 <= steps; doubles++) {
    ways++;
  }
  return ways;
}
