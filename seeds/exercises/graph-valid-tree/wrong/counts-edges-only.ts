// Mistake: the number of edges is right, but a cycle and an isolated node can balance each other.
function validTree(n: number, edges: number[][]): boolean {
  return edges.length === n - 1;
}
