class TrieNode {
  children = new Map<string, TrieNode>();
  word: string | null = null; // the word that ends here
}

function findWords(board: string[][], words: string[]): string[] {
  const USED = "";
  const root = new TrieNode();
  for (const word of words) {
    let node = root;
    for (const letter of word) {
      const child = node.children.get(letter) ?? new TrieNode();
      node.children.set(letter, child);
      node = child;
    }
    node.word = word;
  }

  const found: string[] = [];
  function step(row: number, column: number, parent: TrieNode): void {
    const letter = board[row]?.[column];
    if (letter === undefined) return;
    const node = parent.children.get(letter);
    if (node === undefined) return;
    if (node.word !== null) {
      found.push(node.word);
      node.word = null; // found once is enough
    }
    board[row][column] = USED;
    step(row + 1, column, node);
    step(row - 1, column, node);
    step(row, column + 1, node);
    step(row, column - 1, node);
    board[row][column] = letter;
    // Nothing more can be found below: the branch need not be searched again.
    if (node.children.size === 0) parent.children.delete(letter);
  }

  for (let row = 0; row < board.length; row++) {
    for (let column = 0; column < board[row].length; column++) step(row, column, root);
  }
  return found;
}
