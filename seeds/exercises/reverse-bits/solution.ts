function reverseBits(value: number): number {
  let rest = value;
  let reversed = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    reversed = (reversed << 1) | (rest & 1);
    rest >>>= 1;
  }
  // The bit operators give signed numbers; this reads the same bits as unsigned.
  return reversed >>> 0;
}
