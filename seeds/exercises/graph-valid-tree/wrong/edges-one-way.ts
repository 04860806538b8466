// Mistake: the edges are followed in the direction in which they are written only.
function validTree(n: number, edges: number[][]): boolean {
  if (edges.length !== n - 1) return false;
  const neighbours: number[][] = Array.from({ length: n }, () => []);
  for (const [a, b] of edges) neighbours[a].push(b);
  const reached = new Set([0]);
  for (const node of reached) for (const next of neighbours[node]) reached.add(next);
  return reached.size === n;
}
