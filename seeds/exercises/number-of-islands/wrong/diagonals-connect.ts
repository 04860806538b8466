// Mistake: cells that touch at a corner are treated as connected.
function numIslands(grid: string[][]): number {
  const sink = (row: number, column: number): void => {
    if (grid[row]?.[column] !== "1") return;
    grid[row][column] = "0";
    for (let dr = -1; dr <= 1; dr += 1) for (let dc = -1; dc <= 1; dc += 1) sink(row + dr, column + dc);
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
