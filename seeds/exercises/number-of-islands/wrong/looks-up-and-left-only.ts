// Mistake: a cell starts a new island if nothing is above or to its left, though arms may meet later.
function numIslands(grid: string[][]): number {
  let islands = 0;
  for (let row = 0; row < grid.length; row += 1) {
    for (let column = 0; column < grid[row].length; column += 1) {
      if (grid[row][column] === "1" && grid[row - 1]?.[column] !== "1" && grid[row][column - 1] !== "1") islands += 1;
    }
  }
  return islands;
}
