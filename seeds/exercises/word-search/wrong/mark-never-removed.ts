// Mistake: never takes the mark away, so a failed attempt blocks its stones for all later ones.
function wordExists(board: string[][], word: string): boolean {
  const used = new Set<string>();
  function hop(row: number, column: number, at: number): boolean {
    if (at === word.length) return true;
    const key = `${row},${column}`;
    if (used.has(key) || board[row]?.[column] !== word[at]) return false;
    used.add(key);
    return (
      hop(row + 1, column, at + 1) ||
      hop(row - 1, column, at + 1) ||
      hop(row, column + 1, at + 1) ||
      hop(row, column - 1, at + 1)
    );
  }
  return board.some((stones, row) => stones.some((_, column) => hop(row, column, 0)));
}
