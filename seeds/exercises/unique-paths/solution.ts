function uniquePaths(rows: number, columns: number): number {
  // One row of the table, overwritten for each row of the lawn.
  const ways = new Array<number>(columns).fill(1);
  for (let row = 1; row < rows; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      ways[column] += ways[column - 1];
    }
  }
  return ways[columns - 1];
}
