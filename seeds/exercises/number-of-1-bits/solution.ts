function countOneBits(n: number): number {
  let ones = 0;
  let rest = n;
  // Not `> 0`: with the highest bit set, the bit operators give a negative number.
  while (rest !== 0) {
    rest &= rest - 1; // removes the lowest one
    ones++;
  }
  return ones;
}
