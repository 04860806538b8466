// Mistake: only walks through the root are considered.
function maxPathSum(root: TreeNode | null): number {
  const arm = (node: TreeNode | null): number =>
    node === null ? 0 : Math.max(0, node.val + Math.max(arm(node.left), arm(node.right)));
  if (root === null) return 0;
  return root.val + arm(root.left) + arm(root.right);
}
