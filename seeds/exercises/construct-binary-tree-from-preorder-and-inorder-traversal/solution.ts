function buildTree(preorder: number[], inorder: number[]): TreeNode | null {
  const placeOf = new Map(inorder.map((value, place) => [value, place]));
  let next = 0;

  // Builds the tree of inorder[from] … inorder[to − 1].
  function build(from: number, to: number): TreeNode | null {
    if (from === to) return null;
    const node = new TreeNode(preorder[next++]);
    const place = placeOf.get(node.val) ?? from;
    // Left before right: that is the order in which the values are written.
    node.left = build(from, place);
    node.right = build(place + 1, to);
    return node;
  }

  return build(0, inorder.length);
}
