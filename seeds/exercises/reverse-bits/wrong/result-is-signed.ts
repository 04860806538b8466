// Mistake: the result is left as a signed number, so it is negative when the highest bit is set.
function reverseBits(value: number): number {
  let rest = value;
  let reversed = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    reversed = (reversed << 1) | (rest & 1);
    rest >>>= 1;
  }
  return reversed;
}
