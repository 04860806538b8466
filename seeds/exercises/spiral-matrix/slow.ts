function spiralOrder(matrix: number[][]): number[] {
  const total = matrix.length * matrix[0].length;
  const order: number[] = [];
  const visited: string[] = [];
  const turns = [[0, 1], [1, 0], [0, -1], [-1, 0]];
  let r = 0;
  let c = 0;
  let turn = 0;
  while (order.length < total) {
    order.push(matrix[r][c]);
    visited.push(`${r},${c}`);
    const [down, across] = turns[turn % 4];
    const next = matrix[r + down]?.[c + across];
    // The list of visited fields is searched from the beginning at every step.
    if (next === undefined || visited.includes(`${r + down},${c + across}`)) turn += 1;
    r += turns[turn % 4][0];
    c += turns[turn % 4][1];
  }
  return order;
}
