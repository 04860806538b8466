function cloneGraph(node: GraphNode | null): GraphNode | null {
  if (node === null) return null;
  const pairs: { original: GraphNode; copy: GraphNode }[] = [{ original: node, copy: new GraphNode(node.val) }];
  for (const { original, copy } of pairs) {
    for (const neighbour of original.neighbors) {
      // The finished copies are searched from the beginning for every edge.
      let pair = pairs.find((candidate) => candidate.original === neighbour);
      if (pair === undefined) {
        pair = { original: neighbour, copy: new GraphNode(neighbour.val) };
        pairs.push(pair);
      }
      copy.neighbors.push(pair.copy);
    }
  }
  return pairs[0].copy;
}
