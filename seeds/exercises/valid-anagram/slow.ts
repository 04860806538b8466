function isAnagram(first: string, second: string): boolean {
  if (first.length !== second.length) return false;
  const occurrences = (word: string, code: number): number => {
    let count = 0;
    for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) === code) count += 1;
    return count;
  };
  // Every letter is counted again in both words, however often it was counted before.
  for (let i = 0; i < first.length; i += 1) {
    const code = first.charCodeAt(i);
    if (occurrences(first, code) !== occurrences(second, code)) return false;
  }
  return true;
}
