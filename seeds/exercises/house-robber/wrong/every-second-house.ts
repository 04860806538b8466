// Mistake: compares only the houses with even numbers and those with odd numbers.
function rob(amounts: number[]): number {
  const sums = [0, 0];
  for (let i = 0; i < amounts.length; i++) sums[i % 2] += amounts[i];
  return Math.max(sums[0], sums[1]);
}
