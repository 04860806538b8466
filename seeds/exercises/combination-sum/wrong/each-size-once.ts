// Mistake: moves on to the next size after taking one, so no size can be used twice.
function combinationSum(candidates: number[], target: number): number[][] {
  const combinations: number[][] = [];
  function extend(start: number, taken: number[], missing: number): void {
    if (missing === 0) combinations.push(taken);
    for (let i = start; i < candidates.length; i++) {
      if (candidates[i] <= missing) extend(i + 1, [...taken, candidates[i]], missing - candidates[i]);
    }
  }
  extend(0, [], target);
  return combinations;
}
