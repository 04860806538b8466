// Mistake: does not notice that a longer word stands before its own beginning.
function alienOrder(words: string[]): string {
  const after = new Map<string, Set<string>>();
  for (const letter of words.join("")) if (!after.has(letter)) after.set(letter, new Set());
  for (let i = 1; i < words.length; i++) {
    const shorter = Math.min(words[i - 1].length, words[i].length);
    for (let at = 0; at < shorter; at++) {
      if (words[i - 1][at] === words[i][at]) continue;
      after.get(words[i - 1][at])?.add(words[i][at]);
      break;
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
