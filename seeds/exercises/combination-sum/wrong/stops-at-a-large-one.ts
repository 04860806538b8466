// Mistake: leaves the loop at the first size that is too large although the sizes are not sorted.
function combinationSum(candidates: number[], target: number): number[][] {
  const combinations: number[][] = [];
  function extend(start: number, taken: number[], missing: number): void {
    if (missing === 0) combinations.push(taken);
    for (let i = start; i < candidates.length; i++) {
      if (candidates[i] > missing) break;
      extend(i, [...taken, candidates[i]], missing - candidates[i]);
    }
  }
  extend(0, [], target);
  return combinations;
}
