// Mistake: exchanges between the two calls, so the same subtree is mirrored twice and the other one never.
function invertTree(root: TreeNode | null): TreeNode | null {
  if (root === null) return null;
  invertTree(root.left);
  [root.left, root.right] = [root.right, root.left];
  invertTree(root.right);
  return root;
}
