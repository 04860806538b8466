function isSameTree(first: TreeNode | null, second: TreeNode | null): boolean {
  if (!first || !second) return first === second;
  return (
    first.val === second.val &&
    isSameTree(first.left, second.left) &&
    isSameTree(first.right, second.right)
  );
}
