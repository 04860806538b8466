function numIslands(grid: string[][]): number {
  const columns = grid[0].length;
  const labels = grid.flatMap((row, r) => row.map((cell, c) => (cell === "1" ? r * columns + c : -1)));
  const merge = (first: number, second: number): void => {
    const [keep, drop] = [labels[first], labels[second]];
    if (keep < 0 || drop < 0 || keep === drop) return;
    // The whole map is relabelled whenever two pieces of land meet.
    for (let cell = 0; cell < labels.length; cell += 1) if (labels[cell] === drop) labels[cell] = keep;
  };
  for (let cell = 0; cell < labels.length; cell += 1) {
    if ((cell + 1) % columns !== 0) merge(cell, cell + 1);
    if (cell + columns < labels.length) merge(cell, cell + columns);
  }
  return new Set(labels.filter((label) => label >= 0)).size;
}
