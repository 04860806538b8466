// Mistake: where the small tree ends, the big one may go on.
function isSubtree(root: TreeNode | null, candidate: TreeNode | null): boolean {
  const begins = (big: TreeNode | null, small: TreeNode | null): boolean => {
    if (small === null) return true;
    return big !== null && big.val === small.val && begins(big.left, small.left) && begins(big.right, small.right);
  };
  if (begins(root, candidate)) return true;
  return root !== null && (isSubtree(root.left, candidate) || isSubtree(root.right, candidate));
}
