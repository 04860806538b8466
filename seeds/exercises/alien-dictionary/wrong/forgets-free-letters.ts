// Mistake: knows only letters that occur in a rule; all others are missing from the order.
function alienOrder(words: string[]): string {
  const after = new Map<string, Set<string>>();
  for (let i = 1; i < words.length; i++) {
    const upper = words[i - 1];
    const lower = words[i];
    let at = 0;
    while (at < upper.length && upper[at] === lower[at]) at += 1;
    if (at === upper.length) continue;
    if (at === lower.length) return "";
    const known = after.get(upper[at]) ?? new Set<string>();
    after.set(upper[at], known.add(lower[at]));
    if (!after.has(lower[at])) after.set(lower[at], new Set());
  }
  const left = [...after.keys()].sort();
  let order = "";
  while (left.length > 0) {
    const next = left.findIndex((letter) => !left.some((other) => after.get(other)?.has(letter)));
    if (next === -1) return "";
    order += left.splice(next, 1)[0];
  }
  return order;
}
