// Mistake: a word is compared only with the group made last.
function groupAnagrams(words: string[]): string[][] {
  const sorted = (word: string) => [...word].sort().join("");
  const groups: string[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last && sorted(last[0]) === sorted(word)) last.push(word);
    else groups.push([word]);
  }
  return groups;
}
