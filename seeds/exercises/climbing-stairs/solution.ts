function climbStairs(steps: number): number {
  let below = 1; // ways to stand on the floor: do nothing
  let here = 1; // ways to reach the first step
  for (let step = 2; step <= steps; step++) {
    [below, here] = [here, below + here];
  }
  return here;
}
