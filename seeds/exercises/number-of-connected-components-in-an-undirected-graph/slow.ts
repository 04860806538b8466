function countComponents(n: number, edges: number[][]): number {
  const visited: boolean[] = new Array(n).fill(false);
  let components = 0;
  for (let start = 0; start < n; start++) {
    if (visited[start]) continue;
    components += 1;
    visited[start] = true;
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      // All edges are gone through for every node.
      for (const [a, b] of edges) {
        if (a !== node && b !== node) continue;
        const other = a === node ? b : a;
        if (visited[other]) continue;
        visited[other] = true;
        stack.push(other);
      }
    }
  }
  return components;
}
