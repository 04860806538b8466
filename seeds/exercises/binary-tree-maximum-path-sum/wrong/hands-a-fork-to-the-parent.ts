// Mistake: the bent walk is handed to the parent, which makes a fork of it.
function maxPathSum(root: TreeNode | null): number {
  let best = -Infinity;
  const sum = (node: TreeNode | null): number => {
    if (node === null) return 0;
    const total = node.val + Math.max(0, sum(node.left)) + Math.max(0, sum(node.right));
    best = Math.max(best, total);
    return total;
  };
  sum(root);
  return best;
}
