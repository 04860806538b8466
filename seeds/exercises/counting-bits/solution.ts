function countBits(n: number): number[] {
  const ones = new Array<number>(n + 1).fill(0);
  for (let i = 1; i <= n; i += 1) {
    // Without its lowest digit the number is one whose ones are known.
    ones[i] = ones[i >> 1] + (i & 1);
  }
  return ones;
}
