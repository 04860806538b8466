// Mistake: nothing marks the end of a word, so every beginning counts as a word.
class Letters extends Map<string, Letters> {}

class Trie {
  private readonly root = new Letters();

  insert(word: string): void {
    let node = this.root;
    for (const letter of word) {
      const child = node.get(letter) ?? new Letters();
      node.set(letter, child);
      node = child;
    }
  }

  search(word: string): boolean {
    return this.startsWith(word);
  }

  startsWith(prefix: string): boolean {
    let node = this.root;
    for (const letter of prefix) {
      const child = node.get(letter);
      if (child === undefined) return false;
      node = child;
    }
    return true;
  }
}
