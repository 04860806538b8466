// Mistake: with a single house both lines are empty, and nothing is taken.
function rob(amounts: number[]): number {
  const line = (houses: number[]): number => {
    let before = 0;
    let best = 0;
    for (const amount of houses) [before, best] = [best, Math.max(best, before + amount)];
    return best;
  };
  return Math.max(line(amounts.slice(1)), line(amounts.slice(0, -1)));
}
