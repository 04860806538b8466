function countComponents(n: number, edges: number[][]): number {
  const parent = Array.from({ length: n }, (_, node) => node);
  const size: number[] = new Array(n).fill(1);

  function find(node: number): number {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]]; // shortens the way for next time
      node = parent[node];
    }
    return node;
  }

  let components = n;
  for (const [a, b] of edges) {
    let large = find(a);
    let small = find(b);
    if (large === small) continue;
    if (size[large] < size[small]) [large, small] = [small, large];
    parent[small] = large;
    size[large] += size[small];
    components -= 1;
  }
  return components;
}
