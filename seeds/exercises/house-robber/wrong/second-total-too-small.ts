// Mistake: the best of the first two houses is taken to be the second one, even if the first is richer.
function rob(amounts: number[]): number {
  if (amounts.length === 1) return amounts[0];
  const best = [amounts[0], amounts[1]];
  for (let i = 2; i < amounts.length; i++) best[i] = Math.max(best[i - 1], best[i - 2] + amounts[i]);
  return best[amounts.length - 1];
}
