// Mistake: only the first node is new; its array of neighbours still holds the original nodes.
function cloneGraph(node: GraphNode | null): GraphNode | null {
  if (node === null) return null;
  const copy = new GraphNode(node.val);
  copy.neighbors = [...node.neighbors];
  return copy;
}
