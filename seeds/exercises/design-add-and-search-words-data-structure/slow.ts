class WordDictionary {
  private words: string[] = [];

  addWord(word: string): void {
    this.words.push(word);
  }

  // Compares the pattern with every word that was ever added.
  search(pattern: string): boolean {
    return this.words.some(
      (word) =>
        word.length === pattern.length &&
        [...pattern].every((char, i) => char === "." || char === word[i]),
    );
  }
}
