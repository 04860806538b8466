// Mistake: counts the laps by the number of rows alone, as if the lawn were a square.
function spiralOrder(matrix: number[][]): number[] {
  const n = matrix.length;
  const order: number[] = [];
  for (let lap = 0; lap < Math.ceil(n / 2); lap++) {
    const last = n - 1 - lap;
    if (lap === last) order.push(matrix[lap][lap]);
    for (let c = lap; c < last; c++) order.push(matrix[lap][c]);
    for (let r = lap; r < last; r++) order.push(matrix[r][last]);
    for (let c = last; c > lap; c--) order.push(matrix[last][c]);
    for (let r = last; r > lap; r--) order.push(matrix[r][lap]);
  }
  return order;
}
