// Mistake: counts every digit of the binary form, zeros included.
function countOneBits(n: number): number {
  let digits = 0;
  let rest = n;
  while (rest !== 0) {
    digits++;
    rest >>>= 1;
  }
  return digits;
}
