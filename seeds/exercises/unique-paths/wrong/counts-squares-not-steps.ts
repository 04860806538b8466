// Mistake: the binomial coefficient is taken of the squares instead of the steps between them.
function uniquePaths(rows: number, columns: number): number {
  let result = 1;
  for (let i = 1; i <= rows; i += 1) result = (result * (columns + i)) / i;
  return Math.round(result);
}
