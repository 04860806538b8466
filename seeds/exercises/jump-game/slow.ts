function canJump(jumps: number[]): boolean {
  const reachable = new Array<boolean>(jumps.length).fill(false);
  reachable[0] = true;
  for (let stone = 1; stone < jumps.length; stone += 1) {
    // For every stone, all earlier ones are asked whether they lead here.
    for (let from = 0; from < stone; from += 1) {
      if (reachable[from] && from + jumps[from] >= stone) {
        reachable[stone] = true;
        break;
      }
    }
  }
  return reachable[jumps.length - 1];
}
