// Mistake: the binary text is reversed without padding it to thirty-two digits.
function reverseBits(value: number): number {
  return Number.parseInt([...value.toString(2)].reverse().join(""), 2);
}
