// Mistake: the sum is computed before the `&`, so only its lowest bit is left.
function countBits(n: number): number[] {
  const ones = new Array<number>(n + 1).fill(0);
  for (let i = 1; i <= n; i += 1) ones[i] = (ones[i >> 1] + i) & 1;
  return ones;
}
