// Mistake: looks at 31 digits only, so the highest lamp is never counted.
function countOneBits(n: number): number {
  let ones = 0;
  for (let i = 0; i < 31; i++) {
    ones += (n >>> i) & 1;
  }
  return ones;
}
