// Mistake: stones that cannot be reached extend the reach as well.
function canJump(jumps: number[]): boolean {
  let furthest = 0;
  for (const [stone, length] of jumps.entries()) furthest = Math.max(furthest, stone + length);
  return furthest >= jumps.length - 1;
}
