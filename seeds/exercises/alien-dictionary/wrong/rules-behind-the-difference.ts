// Mistake: goes on behind the first difference and makes rules of letters that say nothing.
function alienOrder(words: string[]): string {
  const after = new Map<string, Set<string>>();
  for (const letter of words.join("")) if (!after.has(letter)) after.set(letter, new Set());
  for (let i = 1; i < words.length; i++) {
    const upper = words[i - 1];
    const lower = words[i];
    if (upper !== lower && upper.startsWith(lower)) return "";
    for (let at = 0; at < Math.min(upper.length, lower.length); at++) {
      if (upper[at] !== lower[at]) after.get(upper[at])?.add(lower[at]);
    }
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
