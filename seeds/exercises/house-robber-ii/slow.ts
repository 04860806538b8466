function rob(amounts: number[]): number {
  if (amounts.length === 1) return amounts[0];
  // Both choices are tried at every house, and nothing is remembered.
  const best = (house: number, end: number): number =>
    house >= end ? 0 : Math.max(best(house + 1, end), amounts[house] + best(house + 2, end));
  return Math.max(best(0, amounts.length - 1), best(1, amounts.length));
}
