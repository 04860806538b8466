// Mistake: the left side is overwritten before it is used, so the right side is mirrored twice.
function invertTree(root: TreeNode | null): TreeNode | null {
  if (root === null) return null;
  root.left = invertTree(root.right);
  root.right = invertTree(root.left);
  return root;
}
