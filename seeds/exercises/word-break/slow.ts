function canBreak(text: string, words: string[]): boolean {
  if (text === "") return true;
  return words.some((word) => text.startsWith(word) && canBreak(text.slice(word.length), words));
}
