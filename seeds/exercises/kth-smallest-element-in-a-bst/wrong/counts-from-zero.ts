// Mistake: the position is counted from 0 instead of 1.
function kthSmallest(root: TreeNode | null, k: number): number {
  const values: number[] = [];
  const walk = (node: TreeNode | null): void => {
    if (node === null) return;
    walk(node.left);
    values.push(node.val);
    walk(node.right);
  };
  walk(root);
  return values[k];
}
