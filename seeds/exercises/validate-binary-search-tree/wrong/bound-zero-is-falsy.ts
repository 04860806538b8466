// Mistake: a bound is tested for truth, so the bound 0 is treated as no bound.
function isValidBst(root: TreeNode | null, low: number | null = null, high: number | null = null): boolean {
  if (root === null) return true;
  if (low && root.val <= low) return false;
  if (high && root.val >= high) return false;
  return isValidBst(root.left, low, root.val) && isValidBst(root.right, root.val, high);
}
