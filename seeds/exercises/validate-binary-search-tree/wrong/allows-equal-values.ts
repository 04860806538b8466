// Mistake: the in-order walk is allowed to stay level, so equal values pass.
function isValidBst(root: TreeNode | null): boolean {
  let previous = -Infinity;
  const rises = (node: TreeNode | null): boolean => {
    if (node === null) return true;
    if (!rises(node.left) || node.val < previous) return false;
    previous = node.val;
    return rises(node.right);
  };
  return rises(root);
}
