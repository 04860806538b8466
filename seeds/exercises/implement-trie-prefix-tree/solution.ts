class TrieNode {
  readonly children = new Map<string, TrieNode>();
  endsWord = false;
}

class Trie {
  private readonly root = new TrieNode();

  insert(word: string): void {
    let node = this.root;
    for (const letter of word) {
      let child = node.children.get(letter);
      if (child === undefined) {
        child = new TrieNode();
        node.children.set(letter, child);
      }
      node = child;
    }
    node.endsWord = true;
  }

  search(word: string): boolean {
    return this.nodeAt(word)?.endsWord ?? false;
  }

  startsWith(prefix: string): boolean {
    return this.nodeAt(prefix) !== undefined;
  }

  private nodeAt(prefix: string): TrieNode | undefined {
    let node: TrieNode | undefined = this.root;
    for (const letter of prefix) {
      node = node.children.get(letter);
      if (node === undefined) return undefined;
    }
    return node;
  }
}
