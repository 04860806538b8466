function setZeroes(matrix: number[][]): void {
  const rows = matrix.length;
  const columns = matrix[0].length;
  const clearFirstRow = matrix[0].includes(0);
  const clearFirstColumn = matrix.some((row) => row[0] === 0);

  // The first field of a row or column is the note that it has a zero.
  for (let r = 1; r < rows; r++) {
    for (let c = 1; c < columns; c++) {
      if (matrix[r][c] === 0) {
        matrix[r][0] = 0;
        matrix[0][c] = 0;
      }
    }
  }
  for (let r = 1; r < rows; r++) {
    for (let c = 1; c < columns; c++) {
      if (matrix[r][0] === 0 || matrix[0][c] === 0) matrix[r][c] = 0;
    }
  }
  // Last, when the notes have been read.
  if (clearFirstRow) matrix[0].fill(0);
  if (clearFirstColumn) for (const row of matrix) row[0] = 0;
}
