// Mistake: only the first node with the right value is compared.
function isSubtree(root: TreeNode | null, candidate: TreeNode | null): boolean {
  const same = (a: TreeNode | null, b: TreeNode | null): boolean =>
    a === null || b === null ? a === b : a.val === b.val && same(a.left, b.left) && same(a.right, b.right);
  if (root === null || candidate === null) return root === candidate;
  if (root.val === candidate.val) return same(root, candidate);
  return isSubtree(root.left, candidate) || isSubtree(root.right, candidate);
}
