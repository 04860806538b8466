function uniquePaths(rows: number, columns: number): number {
  if (rows === 1 || columns === 1) return 1;
  return uniquePaths(rows - 1, columns) + uniquePaths(rows, columns - 1);
}
