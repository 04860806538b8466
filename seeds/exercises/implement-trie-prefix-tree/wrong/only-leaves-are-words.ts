// Mistake: a word is recognised by having no children, so it is lost when a longer one is stored.
type Branch = { [letter: string]: Branch };

class Trie {
  private readonly root: Branch = Object.create(null);

  insert(word: string): void {
    let node = this.root;
    for (const letter of word) {
      node[letter] ??= Object.create(null);
      node = node[letter];
    }
  }

  private find(text: string): Branch | null {
    let node = this.root;
    for (const letter of text) {
      if (!node[letter]) return null;
      node = node[letter];
    }
    return node;
  }

  search(word: string): boolean {
    const node = this.find(word);
    return node !== null && Object.keys(node).length === 0;
  }

  startsWith(prefix: string): boolean {
    return this.find(prefix) !== null;
  }
}
