// Mistake: a field that was tried is not given free again, so later attempts cannot pass.
function findWords(board: string[][], words: string[]): string[] {
  return words.filter((word) => {
    function step(row: number, column: number, at: number, used: Set<string>): boolean {
      const key = `${row},${column}`;
      if (board[row]?.[column] !== word[at] || used.has(key)) return false;
      if (at === word.length - 1) return true;
      used.add(key);
      return (
        step(row, column + 1, at + 1, used) ||
        step(row + 1, column, at + 1, used) ||
        step(row, column - 1, at + 1, used) ||
        step(row - 1, column, at + 1, used)
      );
    }
    const used = new Set<string>();
    return board.some((tiles, row) => tiles.some((_, column) => step(row, column, 0, used)));
  });
}
