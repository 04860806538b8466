// Mistake: compares the values in pre-order, which say nothing of the sides they hang on.
function isSameTree(first: TreeNode | null, second: TreeNode | null): boolean {
  const a = preOrder(first);
  const b = preOrder(second);
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function preOrder(node: TreeNode | null): number[] {
  const values: number[] = [];
  const stack = [node];
  while (stack.length > 0) {
    const current = stack.pop();
    if (!current) continue;
    values.push(current.val);
    stack.push(current.right, current.left);
  }
  return values;
}
