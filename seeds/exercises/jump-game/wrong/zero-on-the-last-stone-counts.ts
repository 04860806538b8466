// Mistake: the reach has to go beyond every stone, the last one included.
function canJump(jumps: number[]): boolean {
  let furthest = 0;
  for (let stone = 0; stone < jumps.length; stone += 1) {
    furthest = Math.max(furthest, stone + jumps[stone]);
    if (furthest <= stone) return false;
  }
  return true;
}
