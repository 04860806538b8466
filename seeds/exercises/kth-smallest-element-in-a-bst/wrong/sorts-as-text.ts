// Mistake: sort without a comparison puts numbers into the order of their texts.
function kthSmallest(root: TreeNode | null, k: number): number {
  const values: number[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null) continue;
    values.push(node.val);
    open.push(node.left, node.right);
  }
  return values.sort()[k - 1];
}
