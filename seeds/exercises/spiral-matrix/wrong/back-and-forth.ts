// Mistake: ploughs the rows in turn, to the right and to the left, and never goes round.
function spiralOrder(matrix: number[][]): number[] {
  return matrix.flatMap((row, r) => (r % 2 === 0 ? row : [...row].reverse()));
}
