// Mistake: the walk uphill takes strictly higher cells only, though water crosses level ground.
function pacificAtlantic(heights: number[][]): number[][] {
  const rows = heights.length;
  const columns = heights[0].length;
  const flood = (marks: boolean[][], row: number, column: number, from: number): void => {
    const height = heights[row]?.[column];
    if (height === undefined || marks[row][column] || height <= from) return;
    marks[row][column] = true;
    flood(marks, row + 1, column, height);
    flood(marks, row - 1, column, height);
    flood(marks, row, column + 1, height);
    flood(marks, row, column - 1, height);
  };
  const pacific = heights.map((row) => row.map(() => false));
  const atlantic = heights.map((row) => row.map(() => false));
  for (let row = 0; row < rows; row += 1) {
    flood(pacific, row, 0, -1);
    flood(atlantic, row, columns - 1, -1);
  }
  for (let column = 0; column < columns; column += 1) {
    flood(pacific, 0, column, -1);
    flood(atlantic, rows - 1, column, -1);
  }
  const both: number[][] = [];
  heights.forEach((line, row) => {
    line.forEach((_, column) => {
      if (pacific[row][column] && atlantic[row][column]) both.push([row, column]);
    });
  });
  return both;
}
