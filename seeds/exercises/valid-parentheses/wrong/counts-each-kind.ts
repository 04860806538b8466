// Mistake: each kind is counted by itself, so pairs that cross are accepted.
function isValid(text: string): boolean {
  const open = { round: 0, square: 0, curly: 0 };
  for (const bracket of text) {
    if (bracket === "(") open.round += 1;
    if (bracket === "[") open.square += 1;
    if (bracket === "{") open.curly += 1;
    if (bracket === ")") open.round -= 1;
    if (bracket === "]") open.square -= 1;
    if (bracket === "}") open.curly -= 1;
    if (open.round < 0 || open.square < 0 || open.curly < 0) return false;
  }
  return open.round === 0 && open.square === 0 && open.curly === 0;
}
