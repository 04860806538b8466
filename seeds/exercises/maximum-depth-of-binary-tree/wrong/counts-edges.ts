// Mistake: it counts the steps between nodes instead of the nodes.
function maxDepth(root: TreeNode | null): number {
  if (root === null || (root.left === null && root.right === null)) return 0;
  return 1 + Math.max(maxDepth(root.left), maxDepth(root.right));
}
