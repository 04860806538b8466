// Mistake: takes available letters in the order in which they turn up, not the earliest of our alphabet.
function alienOrder(words: string[]): string {
  const after = new Map<string, Set<string>>();
  for (const letter of words.join("")) if (!after.has(letter)) after.set(letter, new Set());
  for (let i = 1; i < words.length; i++) {
    const upper = words[i - 1];
    const lower = words[i];
    let at = 0;
    while (at < upper.length && upper[at] === lower[at]) at += 1;
    if (at === upper.length) continue;
    if (at === lower.length) return "";
    after.get(upper[at])?.add(lower[at]);
  }
  const left = [...after.keys()];
  let order = "";
  while (left.length > 0) {
    const next = left.findIndex((letter) => !left.some((other) => after.get(other)?.has(letter)));
    if (next === -1) return "";
    order += left.splice(next, 1)[0];
  }
  return order;
}
