// Mistake: takes one off for each edge, although an edge within a component joins nothing.
function countComponents(n: number, edges: number[][]): number {
  return Math.max(1, n - edges.length);
}
