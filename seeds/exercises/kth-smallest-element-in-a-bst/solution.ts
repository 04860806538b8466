function kthSmallest(root: TreeNode | null, k: number): number {
  const open: TreeNode[] = [];
  let node = root;
  let left = k;
  while (node !== null || open.length > 0) {
    while (node !== null) {
      open.push(node);
      node = node.left;
    }
    // The smallest value that has not been counted yet.
    const next = open.pop();
    if (next === undefined) break;
    left -= 1;
    if (left === 0) return next.val;
    node = next.right;
  }
  throw new RangeError("The tree has fewer than k nodes.");
}
