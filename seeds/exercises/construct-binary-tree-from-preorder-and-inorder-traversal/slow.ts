function buildTree(preorder: number[], inorder: number[]): TreeNode | null {
  let next = 0;

  function build(from: number, to: number): TreeNode | null {
    if (from === to) return null;
    const node = new TreeNode(preorder[next++]);
    // Searches from the start of the list for every single node.
    const place = inorder.findIndex((value) => value === node.val);
    node.left = build(from, place);
    node.right = build(place + 1, to);
    return node;
  }

  return build(0, inorder.length);
}
