function kthSmallest(root: TreeNode | null, k: number): number {
  const values: number[] = [];
  const walk = (node: TreeNode | null): void => {
    if (node === null) return;
    values.push(node.val);
    walk(node.left);
    walk(node.right);
  };
  walk(root);
  // The next larger value is looked for among all values, k times.
  let last = -Infinity;
  for (let count = 0; count < k; count += 1) {
    let next = Infinity;
    for (const value of values) if (value > last && value < next) next = value;
    last = next;
  }
  return last;
}
