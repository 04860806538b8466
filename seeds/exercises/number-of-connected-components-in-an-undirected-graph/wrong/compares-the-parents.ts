// Mistake: changes the parent of one node only, and compares parents instead of representatives.
function countComponents(n: number, edges: number[][]): number {
  const parent = Array.from({ length: n }, (_, node) => node);
  for (const [a, b] of edges) {
    if (parent[a] !== parent[b]) parent[b] = parent[a];
  }
  return new Set(parent).size;
}
