// Mistake: stores −1 for impossible sums and then adds one to it, so they seem to need no coin.
function coinChange(coins: number[], amount: number): number {
  const fewest = [0];
  for (let sum = 1; sum <= amount; sum++) {
    let best = Infinity;
    for (const coin of coins) {
      if (coin <= sum) best = Math.min(best, fewest[sum - coin] + 1);
    }
    fewest[sum] = best === Infinity ? -1 : best;
  }
  return fewest[amount];
}
