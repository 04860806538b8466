function isValidBst(root: TreeNode | null): boolean {
  return staysWithin(root, -Infinity, Infinity);
}

function staysWithin(node: TreeNode | null, low: number, high: number): boolean {
  if (node === null) return true;
  if (node.val <= low || node.val >= high) return false;
  return staysWithin(node.left, low, node.val) && staysWithin(node.right, node.val, high);
}
