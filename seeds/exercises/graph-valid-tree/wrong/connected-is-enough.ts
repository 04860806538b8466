// Mistake: it checks that every node is reached, but not that no edge is superfluous.
function validTree(n: number, edges: number[][]): boolean {
  const neighbours: number[][] = Array.from({ length: n }, () => []);
  for (const [a, b] of edges) {
    neighbours[a].push(b);
    neighbours[b].push(a);
  }
  const reached = new Set([0]);
  for (const node of reached) for (const next of neighbours[node]) reached.add(next);
  return reached.size === n;
}
