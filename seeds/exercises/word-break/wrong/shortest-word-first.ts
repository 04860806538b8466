// Mistake: cuts as soon as a word is complete and never waits for a longer one.
function canBreak(text: string, words: string[]): boolean {
  const known = new Set(words);
  let piece = "";
  for (const char of text) {
    piece += char;
    if (known.has(piece)) piece = "";
  }
  return piece === "";
}
