function pacificAtlantic(heights: number[][]): number[][] {
  const rows = heights.length;
  const columns = heights[0].length;
  const both: number[][] = [];
  const metFrom = new Int32Array(rows * columns).fill(-1);
  for (let start = 0; start < rows * columns; start += 1) {
    // The rain of every cell is followed by itself.
    let pacific = false;
    let atlantic = false;
    const open = [start];
    metFrom[start] = start;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const row = Math.floor(cell / columns);
      const column = cell % columns;
      if (row === 0 || column === 0) pacific = true;
      if (row === rows - 1 || column === columns - 1) atlantic = true;
      if (pacific && atlantic) break;
      for (const [r, c] of [[row - 1, column], [row + 1, column], [row, column - 1], [row, column + 1]]) {
        const height = heights[r]?.[c];
        if (height === undefined || height > heights[row][column] || metFrom[r * columns + c] === start) continue;
        metFrom[r * columns + c] = start;
        open.push(r * columns + c);
      }
    }
    if (pacific && atlantic) both.push([Math.floor(start / columns), start % columns]);
  }
  return both;
}
