function cloneGraph(node: GraphNode | null): GraphNode | null {
  if (node === null) return null;
  const start = new GraphNode(node.val);
  const copies = new Map<GraphNode, GraphNode>([[node, start]]);
  // Pairs whose neighbours are still to be copied. A copy is recorded the moment it is made.
  const open: [original: GraphNode, copy: GraphNode][] = [[node, start]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [original, copy] = next;
    for (const neighbour of original.neighbors) {
      let twin = copies.get(neighbour);
      if (twin === undefined) {
        twin = new GraphNode(neighbour.val);
        copies.set(neighbour, twin);
        open.push([neighbour, twin]);
      }
      copy.neighbors.push(twin);
    }
  }
  return start;
}
