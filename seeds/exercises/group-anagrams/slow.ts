function groupAnagrams(words: string[]): string[][] {
  const sorted = (word: string) => [...word].sort().join("");
  const groups: string[][] = [];
  for (const word of words) {
    // Both words are sorted anew for every comparison.
    const group = groups.find((candidate) => sorted(candidate[0]) === sorted(word));
    if (group) group.push(word);
    else groups.push([word]);
  }
  return groups;
}
