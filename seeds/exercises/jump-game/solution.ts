function canJump(jumps: number[]): boolean {
  let furthest = 0;
  for (let stone = 0; stone < jumps.length; stone += 1) {
    if (stone > furthest) return false;
    furthest = Math.max(furthest, stone + jumps[stone]);
  }
  return true;
}
