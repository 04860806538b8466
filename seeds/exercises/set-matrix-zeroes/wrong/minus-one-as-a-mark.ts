// Mistake: marks fields to be cleared with −1, which may be an ordinary value.
function setZeroes(matrix: number[][]): void {
  const mark = (r: number, c: number) => {
    if (matrix[r][c] !== 0) matrix[r][c] = -1;
  };
  for (let r = 0; r < matrix.length; r++) {
    for (let c = 0; c < matrix[0].length; c++) {
      if (matrix[r][c] !== 0) continue;
      for (let other = 0; other < matrix[0].length; other++) mark(r, other);
      for (let other = 0; other < matrix.length; other++) mark(other, c);
    }
  }
  for (const row of matrix) {
    for (let c = 0; c < row.length; c++) if (row[c] === -1) row[c] = 0;
  }
}
