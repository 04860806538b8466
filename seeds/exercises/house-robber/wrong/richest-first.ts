// Mistake: takes the richest house that is still open, again and again.
function rob(amounts: number[]): number {
  const order = amounts.map((_, i) => i).sort((a, b) => amounts[b] - amounts[a]);
  const taken = new Set<number>();
  let total = 0;
  for (const i of order) {
    if (taken.has(i - 1) || taken.has(i + 1)) continue;
    taken.add(i);
    total += amounts[i];
  }
  return total;
}
