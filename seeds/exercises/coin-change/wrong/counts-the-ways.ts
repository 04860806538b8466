// Mistake: counts in how many ways the amount can be paid instead of the coins of the best one.
function coinChange(coins: number[], amount: number): number {
  const ways = new Array<number>(amount + 1).fill(0);
  ways[0] = 1;
  for (const coin of coins) {
    for (let sum = coin; sum <= amount; sum++) {
      ways[sum] += ways[sum - coin];
    }
  }
  return ways[amount] === 0 ? -1 : ways[amount];
}
