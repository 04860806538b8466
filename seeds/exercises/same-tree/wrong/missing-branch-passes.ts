// Mistake: treats a branch that is missing in only one tree as equal.
function isSameTree(first: TreeNode | null, second: TreeNode | null): boolean {
  if (!first || !second) return true;
  return (
    first.val === second.val &&
    isSameTree(first.left, second.left) &&
    isSameTree(first.right, second.right)
  );
}
