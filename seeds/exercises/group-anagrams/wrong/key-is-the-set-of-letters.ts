// Mistake: the key is the set of letters, which forgets how often each letter occurs.
function groupAnagrams(words: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = [...new Set(word)].sort().join("");
    const group = groups.get(key) ?? [];
    group.push(word);
    groups.set(key, group);
  }
  return [...groups.values()];
}
