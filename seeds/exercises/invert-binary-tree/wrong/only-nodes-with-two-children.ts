// Mistake: a single child is left on its side.
function invertTree(root: TreeNode | null): TreeNode | null {
  if (root === null) return null;
  if (root.left !== null && root.right !== null) {
    [root.left, root.right] = [root.right, root.left];
  }
  invertTree(root.left);
  invertTree(root.right);
  return root;
}
