// Mistake: the street is treated as a line, so the first and the last house may both be taken.
function rob(amounts: number[]): number {
  let before = 0;
  let best = 0;
  for (const amount of amounts) [before, best] = [best, Math.max(best, before + amount)];
  return best;
}
