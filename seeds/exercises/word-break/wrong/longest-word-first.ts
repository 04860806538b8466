// Mistake: always takes the longest word that fits and never goes back on it.
function canBreak(text: string, words: string[]): boolean {
  const byLength = [...words].sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < text.length) {
    const word = byLength.find((candidate) => text.startsWith(candidate, at));
    if (word === undefined) return false;
    at += word.length;
  }
  return true;
}
