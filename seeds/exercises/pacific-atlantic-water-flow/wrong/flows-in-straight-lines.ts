// Mistake: water is followed in straight lines only.
function pacificAtlantic(heights: number[][]): number[][] {
  const reaches = (row: number, column: number, dr: number, dc: number): boolean => {
    const height = heights[row][column];
    const next = heights[row + dr]?.[column + dc];
    if (next === undefined) return true;
    return next <= height && reaches(row + dr, column + dc, dr, dc);
  };
  const both: number[][] = [];
  heights.forEach((line, row) => {
    line.forEach((_, column) => {
      const pacific = reaches(row, column, -1, 0) || reaches(row, column, 0, -1);
      const atlantic = reaches(row, column, 1, 0) || reaches(row, column, 0, 1);
      if (pacific && atlantic) both.push([row, column]);
    });
  });
  return both;
}
