class Trie {
  private readonly words: string[] = [];

  insert(word: string): void {
    this.words.push(word);
  }

  search(word: string): boolean {
    return this.words.some((stored) => stored === word);
  }

  startsWith(prefix: string): boolean {
    // Every stored word is looked at for every question.
    return this.words.some((stored) => stored.startsWith(prefix));
  }
}
