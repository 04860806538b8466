function combinationSum(candidates: number[], target: number): number[][] {
  const sizes = [...candidates].sort((a, b) => a - b);
  const combinations: number[][] = [];
  const taken: number[] = [];

  function extend(start: number, missing: number): void {
    if (missing === 0) {
      combinations.push([...taken]);
      return;
    }
    // Only sizes from `start` on: each combination arises in one order.
    for (let i = start; i < sizes.length && sizes[i] <= missing; i++) {
      taken.push(sizes[i]);
      extend(i, missing - sizes[i]);
      taken.pop();
    }
  }

  extend(0, target);
  return combinations;
}
