// Mistake: turns back at the end of a word, so a longer word with this beginning is missed.
function findWords(board: string[][], words: string[]): string[] {
  const beginnings = new Set(words.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))));
  const wanted = new Set(words);
  const found = new Set<string>();
  function step(row: number, column: number, path: string): void {
    const letter = board[row]?.[column];
    if (!letter || !beginnings.has(path + letter)) return;
    if (wanted.has(path + letter)) {
      found.add(path + letter);
      return;
    }
    board[row][column] = "";
    step(row + 1, column, path + letter);
    step(row - 1, column, path + letter);
    step(row, column + 1, path + letter);
    step(row, column - 1, path + letter);
    board[row][column] = letter;
  }
  board.forEach((tiles, row) => tiles.forEach((_, column) => step(row, column, "")));
  return [...found];
}
