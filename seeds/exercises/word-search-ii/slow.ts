function findWords(board: string[][], words: string[]): string[] {
  // The whole board is searched anew for every word.
  return words.filter((word) => {
    const used = new Set<string>();
    function step(row: number, column: number, at: number): boolean {
      const key = `${row},${column}`;
      if (board[row]?.[column] !== word[at] || used.has(key)) return false;
      if (at === word.length - 1) return true;
      used.add(key);
      const found =
        step(row + 1, column, at + 1) ||
        step(row - 1, column, at + 1) ||
        step(row, column + 1, at + 1) ||
        step(row, column - 1, at + 1);
      used.delete(key);
      return found;
    }
    return board.some((tiles, row) => tiles.some((_, column) => step(row, column, 0)));
  });
}
