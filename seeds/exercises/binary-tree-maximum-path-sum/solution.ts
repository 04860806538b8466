function maxPathSum(root: TreeNode | null): number {
  let best = -Infinity;

  /** The best sum of an arm that starts at the node and goes straight down; 0 for none. */
  function bestArm(node: TreeNode | null): number {
    if (node === null) return 0;
    const left = Math.max(0, bestArm(node.left));
    const right = Math.max(0, bestArm(node.right));
    best = Math.max(best, node.val + left + right);
    return node.val + Math.max(left, right);
  }

  bestArm(root);
  return best;
}
