// Mistake: the best sum starts at 0, although a walk has to visit at least one chamber.
function maxPathSum(root: TreeNode | null): number {
  let best = 0;
  const arm = (node: TreeNode | null): number => {
    if (node === null) return 0;
    const left = Math.max(0, arm(node.left));
    const right = Math.max(0, arm(node.right));
    best = Math.max(best, node.val + left + right);
    return node.val + Math.max(left, right);
  };
  arm(root);
  return best;
}
