// Mistake: keeps the working list itself, which is empty when the search is over.
function combinationSum(candidates: number[], target: number): number[][] {
  const combinations: number[][] = [];
  const taken: number[] = [];
  function extend(start: number, missing: number): void {
    if (missing === 0) combinations.push(taken);
    for (let i = start; i < candidates.length; i++) {
      if (candidates[i] > missing) continue;
      taken.push(candidates[i]);
      extend(i, missing - candidates[i]);
      taken.pop();
    }
  }
  extend(0, target);
  return combinations;
}
