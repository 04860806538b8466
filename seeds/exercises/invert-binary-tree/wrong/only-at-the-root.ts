// Mistake: exchanges the two subtrees of the root and leaves what is below them as it was.
function invertTree(root: TreeNode | null): TreeNode | null {
  if (root === null) return null;
  [root.left, root.right] = [root.right, root.left];
  return root;
}
