// Mistake: takes the highest and the lowest price of the season, whichever comes first.
function maxProfit(prices: number[]): number {
  if (prices.length < 2) return 0;
  return prices.reduce((a, b) => Math.max(a, b)) - prices.reduce((a, b) => Math.min(a, b));
}
