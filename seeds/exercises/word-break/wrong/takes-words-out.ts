// Mistake: removes the words from anywhere in the text, which joins characters that were apart.
function canBreak(text: string, words: string[]): boolean {
  let rest = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    rest = rest.split(word).join("");
  }
  return rest === "";
}
