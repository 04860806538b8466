// Mistake: visited nodes are remembered, but not their copies, so every edge gets a new copy.
function cloneGraph(node: GraphNode | null): GraphNode | null {
  if (node === null) return null;
  const start = new GraphNode(node.val);
  const visited = new Set<GraphNode>([node]);
  const queue: [GraphNode, GraphNode][] = [[node, start]];
  for (const [original, copy] of queue) {
    for (const neighbour of original.neighbors) {
      const twin = new GraphNode(neighbour.val);
      copy.neighbors.push(twin);
      if (!visited.has(neighbour)) {
        visited.add(neighbour);
        queue.push([neighbour, twin]);
      }
    }
  }
  return start;
}
