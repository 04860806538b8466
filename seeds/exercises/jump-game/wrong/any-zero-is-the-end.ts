// Mistake: a zero is taken for the end of the way even when it can be jumped over.
function canJump(jumps: number[]): boolean {
  return jumps.slice(0, -1).every((length) => length > 0);
}
