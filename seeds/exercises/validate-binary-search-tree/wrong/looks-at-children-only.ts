// Mistake: a node is compared with its children only, not with its whole subtrees.
function isValidBst(root: TreeNode | null): boolean {
  if (root === null) return true;
  if (root.left !== null && root.left.val >= root.val) return false;
  if (root.right !== null && root.right.val <= root.val) return false;
  return isValidBst(root.left) && isValidBst(root.right);
}
