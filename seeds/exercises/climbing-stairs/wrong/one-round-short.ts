// Mistake: the loop stops before the top step and gives the ways for a staircase one step shorter.
function climbStairs(steps: number): number {
  let below = 1;
  let here = 1;
  for (let step = 2; step < steps; step++) {
    [below, here] = [here, below + here];
  }
  return here;
}
