// Mistake: the array ends before n.
function countBits(n: number): number[] {
  const ones = new Array<number>(n).fill(0);
  for (let i = 1; i < n; i += 1) ones[i] = ones[i >> 1] + (i & 1);
  return ones;
}
