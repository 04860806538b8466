// Mistake: it compares the even houses with the odd ones and never skips two in a row.
function rob(amounts: number[]): number {
  if (amounts.length === 1) return amounts[0];
  const everySecond = (houses: number[]): number => {
    const sums = [0, 0];
    houses.forEach((amount, i) => {
      sums[i % 2] += amount;
    });
    return Math.max(sums[0], sums[1]);
  };
  return Math.max(everySecond(amounts.slice(1)), everySecond(amounts.slice(0, -1)));
}
