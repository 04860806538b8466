// Mistake: a word is noted for every way in which it can be walked.
function findWords(board: string[][], words: string[]): string[] {
  const beginnings = new Set(words.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))));
  const wanted = new Set(words);
  const found: string[] = [];
  function step(row: number, column: number, path: string): void {
    const letter = board[row]?.[column];
    if (!letter || !beginnings.has(path + letter)) return;
    if (wanted.has(path + letter)) found.push(path + letter);
    board[row][column] = "";
    step(row + 1, column, path + letter);
    step(row - 1, column, path + letter);
    step(row, column + 1, path + letter);
    step(row, column - 1, path + letter);
    board[row][column] = letter;
  }
  board.forEach((tiles, row) => tiles.forEach((_, column) => step(row, column, "")));
  return found;
}
