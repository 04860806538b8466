// Mistake: looks only at nodes that occur in an edge.
function countComponents(_n: number, edges: number[][]): number {
  const parent = new Map<number, number>();
  function find(node: number): number {
    let top = node;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    parent.set(node, top);
    return top;
  }
  for (const [a, b] of edges) parent.set(find(a), find(b));
  return [...parent].filter(([node, up]) => node === up).length;
}
