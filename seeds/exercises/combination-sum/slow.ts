function combinationSum(candidates: number[], target: number): number[][] {
  const found = new Map<string, number[]>();
  // Finds every order of every combination and keeps one of each.
  function extend(taken: number[], missing: number): void {
    if (missing === 0) {
      const combination = [...taken].sort((a, b) => a - b);
      found.set(combination.join(), combination);
    }
    for (const size of candidates) {
      if (size <= missing) extend([...taken, size], missing - size);
    }
  }
  extend([], target);
  return [...found.values()];
}
