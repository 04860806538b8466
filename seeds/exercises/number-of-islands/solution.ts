function numIslands(grid: string[][]): number {
  const reached = grid.map((row) => row.map(() => false));
  const isNewLand = (row: number, column: number) =>
    grid[row]?.[column] === "1" && !reached[row][column];

  let islands = 0;
  for (let row = 0; row < grid.length; row += 1) {
    for (let column = 0; column < grid[row].length; column += 1) {
      if (!isNewLand(row, column)) continue;
      islands += 1;
      reached[row][column] = true;
      const open: [row: number, column: number][] = [[row, column]];
      for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
        const [r, c] = cell;
        const neighbours: [row: number, column: number][] = [
          [r - 1, c],
          [r + 1, c],
          [r, c - 1],
          [r, c + 1],
        ];
        for (const [nextRow, nextColumn] of neighbours) {
          if (!isNewLand(nextRow, nextColumn)) continue;
          reached[nextRow][nextColumn] = true;
          open.push([nextRow, nextColumn]);
        }
      }
    }
  }
  return islands;
}
