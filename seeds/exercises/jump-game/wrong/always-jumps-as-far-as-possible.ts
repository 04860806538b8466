// Mistake: the frog always takes the longest jump, though a shorter one may land on a better stone.
function canJump(jumps: number[]): boolean {
  let stone = 0;
  while (stone < jumps.length - 1) {
    if (jumps[stone] === 0) return false;
    stone += jumps[stone];
  }
  return true;
}
