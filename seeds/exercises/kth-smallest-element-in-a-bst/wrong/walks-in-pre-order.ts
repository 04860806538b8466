// Mistake: the node is counted before its left subtree.
function kthSmallest(root: TreeNode | null, k: number): number {
  const values: number[] = [];
  const walk = (node: TreeNode | null): void => {
    if (node === null) return;
    values.push(node.val);
    walk(node.left);
    walk(node.right);
  };
  walk(root);
  return values[k - 1];
}
