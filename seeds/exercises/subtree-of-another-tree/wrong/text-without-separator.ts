// Mistake: the texts have no separator in front of a value, so 2 is found in 12.
function isSubtree(root: TreeNode | null, candidate: TreeNode | null): boolean {
  const written = (node: TreeNode | null): string =>
    node === null ? "-" : `${node.val},${written(node.left)}${written(node.right)}`;
  return written(root).includes(written(candidate));
}
