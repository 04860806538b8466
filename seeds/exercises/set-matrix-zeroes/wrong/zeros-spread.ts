// Mistake: clears as soon as it finds a zero, so the new zeros are taken for old ones further on.
function setZeroes(matrix: number[][]): void {
  for (let r = 0; r < matrix.length; r++) {
    for (let c = 0; c < matrix[0].length; c++) {
      if (matrix[r][c] !== 0) continue;
      matrix[r].fill(0);
      for (const row of matrix) row[c] = 0;
    }
  }
}
