// Mistake: decides at the root alone; the root is a common ancestor, but rarely the lowest.
function lowestCommonAncestor(
  root: TreeNode | null,
  p: TreeNode | null,
  q: TreeNode | null,
): TreeNode | null {
  if (root === p || root === q) return root;
  if (!root || !p || !q) return null;
  if (p.val < root.val && q.val < root.val) return root.left;
  if (p.val > root.val && q.val > root.val) return root.right;
  return root;
}
