function coinChange(coins: number[], amount: number): number {
  let sums = new Set([0]);
  for (let used = 0; used <= amount; used++) {
    if (sums.has(amount)) return used;
    sums = new Set([...sums].flatMap((sum) => coins.map((coin) => sum + coin)).filter((sum) => sum <= amount));
  }
  return -1;
}
