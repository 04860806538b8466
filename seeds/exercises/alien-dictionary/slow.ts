function alienOrder(words: string[]): string {
  const after = new Map<string, Set<string>>();
  for (const word of words) {
    for (const letter of word) if (!after.has(letter)) after.set(letter, new Set());
  }
  // Every word is compared with every later one, not only with its neighbour.
  for (let i = 0; i < words.length; i++) {
    for (let j = i + 1; j < words.length; j++) {
      const upper = words[i];
      const lower = words[j];
      let at = 0;
      while (at < upper.length && upper[at] === lower[at]) at += 1;
      if (at === upper.length) continue;
      if (at === lower.length) return "";
      after.get(upper[at])?.add(lower[at]);
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
