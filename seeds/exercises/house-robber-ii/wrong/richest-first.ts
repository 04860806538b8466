// Mistake: it always takes the richest house whose neighbours are untouched.
function rob(amounts: number[]): number {
  const n = amounts.length;
  const taken = new Array<boolean>(n).fill(false);
  const order = amounts.map((_, i) => i).sort((a, b) => amounts[b] - amounts[a]);
  let total = 0;
  for (const house of order) {
    if (taken[(house + 1) % n] || taken[(house + n - 1) % n]) continue;
    taken[house] = true;
    total += amounts[house];
  }
  return total;
}
