// Mistake: always takes the largest coin that still fits.
function coinChange(coins: number[], amount: number): number {
  let left = amount;
  let used = 0;
  for (const coin of [...coins].sort((a, b) => b - a)) {
    used += Math.floor(left / coin);
    left %= coin;
  }
  return left === 0 ? used : -1;
}
