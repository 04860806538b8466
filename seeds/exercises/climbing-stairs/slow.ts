function climbStairs(steps: number): number {
  if (steps <= 2) return steps;
  return climbStairs(steps - 1) + climbStairs(steps - 2);
}
