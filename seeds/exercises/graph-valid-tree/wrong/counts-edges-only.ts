// Mistake: the number of edges is right, but a cycle and an isolated node can balance each other.
function validTree(n: number, edges: number[][]): boolean {
  const seen = new Set(edges.flat());
  return edges.length === n - 1 && (n === 1 || seen.size > 0);
}
