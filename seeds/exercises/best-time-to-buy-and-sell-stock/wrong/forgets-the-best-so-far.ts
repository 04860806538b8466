// Mistake: starts over at each new lowest price and forgets the profit found before it.
function maxProfit(prices: number[]): number {
  let lowest = Infinity;
  let best = 0;
  for (const price of prices) {
    if (price < lowest) {
      lowest = price;
      best = 0;
    }
    best = Math.max(best, price - lowest);
  }
  return best;
}
