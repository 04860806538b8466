// Mistake: both questions share one recursion, so a match may begin in one place and go on in another.
function isSubtree(root: TreeNode | null, candidate: TreeNode | null): boolean {
  if (root === null || candidate === null) return root === candidate;
  if (
    root.val === candidate.val &&
    isSubtree(root.left, candidate.left) &&
    isSubtree(root.right, candidate.right)
  ) {
    return true;
  }
  return isSubtree(root.left, candidate) || isSubtree(root.right, candidate);
}
