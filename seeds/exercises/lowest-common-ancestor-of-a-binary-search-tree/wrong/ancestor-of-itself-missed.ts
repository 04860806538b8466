// Mistake: demands that the two lie strictly on different sides, so it walks past a node that is one of them.
function lowestCommonAncestor(
  root: TreeNode | null,
  p: TreeNode | null,
  q: TreeNode | null,
): TreeNode | null {
  if (!p || !q) return null;
  let node = root;
  while (node) {
    if (p.val <= node.val && q.val <= node.val) node = node.left;
    else if (p.val >= node.val && q.val >= node.val) node = node.right;
    else return node;
  }
  return null;
}
