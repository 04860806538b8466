// Mistake: a node that lacks one child is treated as a leaf.
function maxDepth(root: TreeNode | null): number {
  if (root === null) return 0;
  if (root.left === null || root.right === null) return 1;
  return 1 + Math.max(maxDepth(root.left), maxDepth(root.right));
}
