// Mistake: starts from the first size at every step, so each combination is reported in all its orders.
function combinationSum(candidates: number[], target: number): number[][] {
  const combinations: number[][] = [];
  function extend(taken: number[], missing: number): void {
    if (missing === 0) combinations.push(taken);
    for (const size of candidates) {
      if (size <= missing) extend([...taken, size], missing - size);
    }
  }
  extend([], target);
  return combinations;
}
