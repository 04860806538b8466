// Mistake: hops only to the right and downwards, as if words were written in reading direction.
function wordExists(board: string[][], word: string): boolean {
  function hop(row: number, column: number, at: number): boolean {
    if (at === word.length) return true;
    if (board[row]?.[column] !== word[at]) return false;
    return hop(row + 1, column, at + 1) || hop(row, column + 1, at + 1);
  }
  return board.some((stones, row) => stones.some((_, column) => hop(row, column, 0)));
}
