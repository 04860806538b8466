// Mistake: is content when either the left or the right branches agree.
function isSameTree(first: TreeNode | null, second: TreeNode | null): boolean {
  if (!first || !second) return first === second;
  if (first.val !== second.val) return false;
  return isSameTree(first.left, second.left) || isSameTree(first.right, second.right);
}
