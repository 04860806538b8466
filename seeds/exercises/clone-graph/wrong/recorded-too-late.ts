// Mistake: a copy is recorded only after its neighbours are done, so a cycle never ends.
function cloneGraph(node: GraphNode | null, copies = new Map<GraphNode, GraphNode>()): GraphNode | null {
  if (node === null) return null;
  const known = copies.get(node);
  if (known) return known;
  const copy = new GraphNode(node.val);
  for (const neighbour of node.neighbors) {
    const twin = cloneGraph(neighbour, copies);
    if (twin) copy.neighbors.push(twin);
  }
  copies.set(node, copy);
  return copy;
}
