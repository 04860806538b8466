// Mistake: insert makes a new node for every letter, which cuts off the words stored before.
class LetterNode {
  children = new Map<string, LetterNode>();
  isWord = false;
}

class Trie {
  private readonly root = new LetterNode();

  insert(word: string): void {
    let node = this.root;
    for (const letter of word) {
      const child = new LetterNode();
      node.children.set(letter, child);
      node = child;
    }
    node.isWord = true;
  }

  search(word: string): boolean {
    return this.walk(word)?.isWord ?? false;
  }

  startsWith(prefix: string): boolean {
    return this.walk(prefix) !== undefined;
  }

  private walk(text: string): LetterNode | undefined {
    let node: LetterNode | undefined = this.root;
    for (const letter of text) node = node?.children.get(letter);
    return node;
  }
}
