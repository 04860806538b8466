function wordExists(board: string[][], word: string): boolean {
  const used = new Set<string>();
  // Walks every path of the word's length and compares the letters at the end.
  function walk(row: number, column: number, letters: string): boolean {
    const key = `${row},${column}`;
    if (board[row]?.[column] === undefined || used.has(key)) return false;
    const path = letters + board[row][column];
    if (path.length === word.length) return path === word;
    used.add(key);
    const found =
      walk(row + 1, column, path) ||
      walk(row - 1, column, path) ||
      walk(row, column + 1, path) ||
      walk(row, column - 1, path);
    used.delete(key);
    return found;
  }
  return board.some((stones, row) => stones.some((_, column) => walk(row, column, "")));
}
