function rob(amounts: number[]): number {
  if (amounts.length === 1) return amounts[0];
  return Math.max(bestOnALine(amounts.slice(1)), bestOnALine(amounts.slice(0, -1)));
}

function bestOnALine(amounts: number[]): number {
  let before = 0;
  let best = 0;
  for (const amount of amounts) {
    [before, best] = [best, Math.max(best, before + amount)];
  }
  return best;
}
