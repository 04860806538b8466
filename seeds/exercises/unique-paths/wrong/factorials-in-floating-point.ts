// Mistake: the factorials outgrow a double: first they are rounded, then they are infinite.
function uniquePaths(rows: number, columns: number): number {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Math.round(factorial(rows + columns - 2) / (factorial(rows - 1) * factorial(columns - 1)));
}
