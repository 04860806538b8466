class WordDictionary {
  private root = new LetterNode();

  addWord(word: string): void {
    let node = this.root;
    for (const letter of word) {
      let child = node.children.get(letter);
      if (!child) {
        child = new LetterNode();
        node.children.set(letter, child);
      }
      node = child;
    }
    node.endsWord = true;
  }

  search(pattern: string): boolean {
    return fits(this.root, pattern, 0);
  }
}

class LetterNode {
  children = new Map<string, LetterNode>();
  endsWord = false;
}

// Does a word below this node fit the pattern from `at` on?
function fits(node: LetterNode, pattern: string, at: number): boolean {
  if (at === pattern.length) return node.endsWord;
  if (pattern[at] !== ".") {
    const child = node.children.get(pattern[at]);
    return child !== undefined && fits(child, pattern, at + 1);
  }
  for (const child of node.children.values()) {
    if (fits(child, pattern, at + 1)) return true;
  }
  return false;
}
