type Cell = [row: number, column: number];

function pacificAtlantic(heights: number[][]): number[][] {
  const rows = heights.length;
  const columns = heights[0].length;
  const pacific: Cell[] = [];
  const atlantic: Cell[] = [];
  for (let row = 0; row < rows; row += 1) {
    pacific.push([row, 0]);
    atlantic.push([row, columns - 1]);
  }
  for (let column = 0; column < columns; column += 1) {
    pacific.push([0, column]);
    atlantic.push([rows - 1, column]);
  }

  const toPacific = drainingTo(pacific, heights);
  const toAtlantic = drainingTo(atlantic, heights);
  const both: number[][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (toPacific[row][column] && toAtlantic[row][column]) both.push([row, column]);
    }
  }
  return both;
}

/** Marks every cell from which rain reaches the shore, by walking from the shore uphill. */
function drainingTo(shore: Cell[], heights: number[][]): boolean[][] {
  const marks = heights.map((row) => row.map(() => false));
  for (const [row, column] of shore) marks[row][column] = true;
  const open = [...shore];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const [r, c] = cell;
    const neighbours: Cell[] = [
      [r - 1, c],
      [r + 1, c],
      [r, c - 1],
      [r, c + 1],
    ];
    for (const [row, column] of neighbours) {
      const height = heights[row]?.[column];
      if (height === undefined || marks[row][column] || height < heights[r][c]) continue;
      marks[row][column] = true;
      open.push([row, column]);
    }
  }
  return marks;
}
