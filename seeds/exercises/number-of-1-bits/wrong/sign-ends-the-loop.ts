// Mistake: after the first AND a number with the highest bit is negative, and the loop stops too early.
function countOneBits(n: number): number {
  let ones = 0;
  let rest = n;
  while (rest > 0) {
    rest = rest & (rest - 1);
    ones++;
  }
  return ones;
}
