// Mistake: the power of two is raised one number too late, so powers of two count from themselves.
function countBits(n: number): number[] {
  const ones = new Array<number>(n + 1).fill(0);
  let power = 1;
  for (let i = 1; i <= n; i += 1) {
    if (i > power * 2) power *= 2;
    ones[i] = 1 + ones[i - power];
  }
  return ones;
}
