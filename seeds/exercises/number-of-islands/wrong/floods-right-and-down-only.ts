// Mistake: an island is followed to the right and downwards only.
function numIslands(grid: string[][]): number {
  const sink = (row: number, column: number): void => {
    if (grid[row]?.[column] !== "1") return;
    grid[row][column] = "0";
    sink(row + 1, column);
    sink(row, column + 1);
  };
  let islands = 0;
  for (let row = 0; row < grid.length; row += 1) {
    for (let column = 0; column < grid[row].length; column += 1) {
      if (grid[row][column] === "1") {
        islands += 1;
        sink(row, column);
      }
    }
  }
  return islands;
}
