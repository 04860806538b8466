// Mistake: enters each connection in one direction only, so the search cannot go back along it.
function countComponents(n: number, edges: number[][]): number {
  const neighbours: number[][] = Array.from({ length: n }, () => []);
  for (const [a, b] of edges) neighbours[a].push(b);
  const visited = new Set<number>();
  let components = 0;
  for (let start = 0; start < n; start++) {
    if (visited.has(start)) continue;
    components += 1;
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (visited.has(node)) continue;
      visited.add(node);
      stack.push(...neighbours[node]);
    }
  }
  return components;
}
