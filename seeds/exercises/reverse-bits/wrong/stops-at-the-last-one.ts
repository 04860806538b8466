// Mistake: the loop ends when no bit is left, so the zeros in front are never moved to the end.
function reverseBits(value: number): number {
  let reversed = 0;
  for (let rest = value; rest !== 0; rest >>>= 1) {
    reversed = (reversed << 1) | (rest & 1);
  }
  return reversed >>> 0;
}
