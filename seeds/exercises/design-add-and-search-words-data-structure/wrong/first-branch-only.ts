// Mistake: at a dot it follows only the first child and never tries the others.
type Letters = { children: Map<string, Letters>; endsWord: boolean };

class WordDictionary {
  private root: Letters = { children: new Map(), endsWord: false };

  addWord(word: string): void {
    let node = this.root;
    for (const letter of word) {
      const child = node.children.get(letter) ?? { children: new Map(), endsWord: false };
      node.children.set(letter, child);
      node = child;
    }
    node.endsWord = true;
  }

  search(pattern: string): boolean {
    let node: Letters | undefined = this.root;
    for (const char of pattern) {
      const children: Map<string, Letters> = node.children;
      node = char === "." ? [...children.values()][0] : children.get(char);
      if (!node) return false;
    }
    return node.endsWord;
  }
}
