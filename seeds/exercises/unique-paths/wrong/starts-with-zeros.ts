// Mistake: the top row and the left column start at zero; only the corner counts as reachable.
function uniquePaths(rows: number, columns: number): number {
  const ways = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  ways[0][0] = 1;
  for (let row = 1; row < rows; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      ways[row][column] = ways[row - 1][column] + ways[row][column - 1];
    }
  }
  return ways[rows - 1][columns - 1];
}
