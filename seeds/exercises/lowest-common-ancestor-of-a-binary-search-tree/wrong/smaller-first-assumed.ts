// Mistake: takes for granted that p holds the smaller value.
function lowestCommonAncestor(
  root: TreeNode | null,
  p: TreeNode | null,
  q: TreeNode | null,
): TreeNode | null {
  if (!p || !q) return null;
  let node = root;
  while (node) {
    if (q.val < node.val) node = node.left;
    else if (p.val > node.val) node = node.right;
    else return node;
  }
  return null;
}
