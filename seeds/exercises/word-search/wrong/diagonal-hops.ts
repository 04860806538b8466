// Mistake: hops to all eight stones around, diagonally too.
function wordExists(board: string[][], word: string): boolean {
  const used = new Set<string>();
  function hop(row: number, column: number, at: number): boolean {
    if (at === word.length) return true;
    const key = `${row},${column}`;
    if (used.has(key) || board[row]?.[column] !== word[at]) return false;
    used.add(key);
    let found = false;
    for (let down = -1; down <= 1 && !found; down++) {
      for (let right = -1; right <= 1 && !found; right++) {
        found = hop(row + down, column + right, at + 1);
      }
    }
    used.delete(key);
    return found;
  }
  return board.some((stones, row) => stones.some((_, column) => hop(row, column, 0)));
}
