// Mistake: does not mark the tiles in use, so a word may go back to a tile it has stepped on.
function findWords(board: string[][], words: string[]): string[] {
  return words.filter((word) => {
    let ends = board.flatMap((tiles, row) =>
      tiles.flatMap((letter, column) => (letter === word[0] ? [[row, column]] : [])),
    );
    for (const letter of word.slice(1)) {
      const next = new Map<string, number[]>();
      for (const [row, column] of ends) {
        for (const [r, c] of [[row + 1, column], [row - 1, column], [row, column + 1], [row, column - 1]]) {
          if (board[r]?.[c] === letter) next.set(`${r},${c}`, [r, c]);
        }
      }
      ends = [...next.values()];
    }
    return ends.length > 0;
  });
}
