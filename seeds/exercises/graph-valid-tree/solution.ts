function validTree(n: number, edges: number[][]): boolean {
  if (edges.length !== n - 1) return false;

  const parents = Array.from({ length: n }, (_, node) => node);
  const sizes = new Array<number>(n).fill(1);

  function find(node: number): number {
    let root = node;
    while (parents[root] !== root) {
      // Every look-up shortens the way for the next one.
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  for (const [a, b] of edges) {
    const first = find(a);
    const second = find(b);
    if (first === second) return false;
    const [smaller, larger] = sizes[first] < sizes[second] ? [first, second] : [second, first];
    parents[smaller] = larger;
    sizes[larger] += sizes[smaller];
  }
  return true;
}
