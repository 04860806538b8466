function maxDepth(root: TreeNode | null): number {
  if (root === null) return 0;
  // The deeper side is computed twice, and so is its deeper side, and so on.
  if (maxDepth(root.left) > maxDepth(root.right)) return maxDepth(root.left) + 1;
  return maxDepth(root.right) + 1;
}
