// Mistake: arms below zero are not left out.
function maxPathSum(root: TreeNode | null): number {
  let best = -Infinity;
  const arm = (node: TreeNode | null): number => {
    if (node === null) return 0;
    const left = arm(node.left);
    const right = arm(node.right);
    best = Math.max(best, node.val + left + right);
    return node.val + Math.max(left, right);
  };
  arm(root);
  return best;
}
