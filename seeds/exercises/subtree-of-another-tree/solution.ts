function isSubtree(root: TreeNode | null, candidate: TreeNode | null): boolean {
  if (sameTree(root, candidate)) return true;
  return root !== null && (isSubtree(root.left, candidate) || isSubtree(root.right, candidate));
}

function sameTree(first: TreeNode | null, second: TreeNode | null): boolean {
  if (first === null || second === null) return first === second;
  return first.val === second.val && sameTree(first.left, second.left) && sameTree(first.right, second.right);
}
