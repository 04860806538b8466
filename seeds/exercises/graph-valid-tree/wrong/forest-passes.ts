// Mistake: it looks for cycles only, so several separate trees pass.
function validTree(n: number, edges: number[][]): boolean {
  const parents = Array.from({ length: n }, (_, node) => node);
  const find = (node: number): number => {
    let root = node;
    while (parents[root] !== root) root = parents[root];
    return root;
  };
  for (const [a, b] of edges) {
    if (find(a) === find(b)) return false;
    parents[find(a)] = find(b);
  }
  return true;
}
