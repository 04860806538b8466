// Mistake: the walk from the shore goes down instead of up.
function pacificAtlantic(heights: number[][]): number[][] {
  const rows = heights.length;
  const columns = heights[0].length;
  const search = (isShore: (row: number, column: number) => boolean): Set<number> => {
    const marked = new Set<number>();
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) if (isShore(row, column)) marked.add(row * columns + column);
    }
    for (const cell of marked) {
      const row = Math.floor(cell / columns);
      const column = cell % columns;
      for (const [r, c] of [[row - 1, column], [row + 1, column], [row, column - 1], [row, column + 1]]) {
        const height = heights[r]?.[c];
        if (height !== undefined && height <= heights[row][column]) marked.add(r * columns + c);
      }
    }
    return marked;
  };
  const pacific = search((row, column) => row === 0 || column === 0);
  const atlantic = search((row, column) => row === rows - 1 || column === columns - 1);
  return [...pacific].filter((cell) => atlantic.has(cell)).map((cell) => [Math.floor(cell / columns), cell % columns]);
}
