// Mistake: the counts are joined without a separator, so 1 and 11 look like 11 and 1.
function groupAnagrams(words: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const counts = new Array<number>(26).fill(0);
    for (const letter of word) counts[letter.charCodeAt(0) - 97] += 1;
    const key = counts.join("");
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()];
}
