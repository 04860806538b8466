function groupAnagrams(words: string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = letterCounts(word);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return [...groups.values()];
}

function letterCounts(word: string): string {
  const a = "a".charCodeAt(0);
  const counts = new Array<number>(26).fill(0);
  for (let i = 0; i < word.length; i += 1) counts[word.charCodeAt(i) - a] += 1;
  // The separator keeps 1 and 11 apart from 11 and 1.
  return counts.join(",");
}
