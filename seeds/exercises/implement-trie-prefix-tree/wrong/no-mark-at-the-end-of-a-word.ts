// Mistake: nothing marks the end of a word, so every beginning counts as a word.
class Trie {
  private readonly root = new Map<string, any>();

  insert(word: string): void {
    let node = this.root;
    for (const letter of word) {
      if (!node.has(letter)) node.set(letter, new Map());
      node = node.get(letter);
    }
  }

  search(word: string): boolean {
    return this.startsWith(word);
  }

  startsWith(prefix: string): boolean {
    let node = this.root;
    for (const letter of prefix) {
      if (!node.has(letter)) return false;
      node = node.get(letter);
    }
    return true;
  }
}
