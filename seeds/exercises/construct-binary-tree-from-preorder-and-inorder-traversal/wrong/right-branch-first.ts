// Mistake: builds the right branch first although the next values belong to the left one.
function buildTree(preorder: number[], inorder: number[]): TreeNode | null {
  const placeOf = new Map(inorder.map((value, place) => [value, place]));
  let next = 0;

  function build(from: number, to: number): TreeNode | null {
    if (from >= to || next >= preorder.length) return null;
    const node = new TreeNode(preorder[next++]);
    const place = placeOf.get(node.val) ?? from;
    node.right = build(place + 1, to);
    node.left = build(from, place);
    return node;
  }

  return build(0, inorder.length);
}
