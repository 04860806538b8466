// Mistake: the letters of a prefix are found in the middle of a word too.
class Trie {
  private readonly words = new Set<string>();

  insert(word: string): void {
    this.words.add(word);
  }

  search(word: string): boolean {
    return this.words.has(word);
  }

  startsWith(prefix: string): boolean {
    return [...this.words].some((word) => word.includes(prefix));
  }
}
