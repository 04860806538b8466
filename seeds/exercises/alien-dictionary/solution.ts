function alienOrder(words: string[]): string {
  // For every letter that occurs: the letters known to come after it.
  const after = new Map<string, Set<string>>();
  for (const word of words) {
    for (const letter of word) if (!after.has(letter)) after.set(letter, new Set());
  }
  for (let i = 1; i < words.length; i++) {
    const upper = words[i - 1];
    const lower = words[i];
    let at = 0;
    while (at < upper.length && upper[at] === lower[at]) at += 1;
    if (at === upper.length) continue;
    if (at === lower.length) return ""; // a longer word stands before its own beginning
    after.get(upper[at])?.add(lower[at]);
  }

  const waitingFor = new Map<string, number>();
  for (const letters of after.values()) {
    for (const letter of letters) waitingFor.set(letter, (waitingFor.get(letter) ?? 0) + 1);
  }
  const left = [...after.keys()].sort();
  let order = "";
  while (left.length > 0) {
    const next = left.findIndex((letter) => (waitingFor.get(letter) ?? 0) === 0);
    if (next === -1) return ""; // all that are left wait for each other
    const [letter] = left.splice(next, 1);
    order += letter;
    for (const later of after.get(letter) ?? []) waitingFor.set(later, (waitingFor.get(later) ?? 0) - 1);
  }
  return order;
}
