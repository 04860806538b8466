// Mistake: only the parent's value is handed down; the bound of the grandparents is forgotten.
function isValidBst(root: TreeNode | null): boolean {
  const check = (node: TreeNode | null, low: number, high: number): boolean => {
    if (node === null) return true;
    if (node.val <= low || node.val >= high) return false;
    return check(node.left, -Infinity, node.val) && check(node.right, node.val, Infinity);
  };
  return check(root, -Infinity, Infinity);
}
