function wordExists(board: string[][], word: string): boolean {
  const USED = "";

  // Can the letters from `at` on be laid, beginning on this stone?
  function hop(row: number, column: number, at: number): boolean {
    if (board[row]?.[column] !== word[at]) return false;
    if (at === word.length - 1) return true;
    board[row][column] = USED;
    const found =
      hop(row + 1, column, at + 1) ||
      hop(row - 1, column, at + 1) ||
      hop(row, column + 1, at + 1) ||
      hop(row, column - 1, at + 1);
    board[row][column] = word[at];
    return found;
  }

  return board.some((stones, row) => stones.some((_, column) => hop(row, column, 0)));
}
