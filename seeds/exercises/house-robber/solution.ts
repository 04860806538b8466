function rob(amounts: number[]): number {
  let beforeLast = 0; // best for the houses up to the one before the last
  let last = 0; // best for the houses up to the last one
  for (const amount of amounts) {
    [beforeLast, last] = [last, Math.max(last, beforeLast + amount)];
  }
  return last;
}
