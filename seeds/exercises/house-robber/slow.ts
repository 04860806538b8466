function rob(amounts: number[]): number {
  // Both choices at every house, without remembering any result.
  function best(from: number): number {
    if (from >= amounts.length) return 0;
    return Math.max(best(from + 1), amounts[from] + best(from + 2));
  }
  return best(0);
}
