function levelOrder(root: TreeNode | null): number[][] {
  const levels: number[][] = [];
  function walk(node: TreeNode | null, depth: number): void {
    if (node === null) return;
    // The level is copied for every value that joins it.
    levels[depth] = [...(levels[depth] ?? []), node.val];
    walk(node.left, depth + 1);
    walk(node.right, depth + 1);
  }
  walk(root, 0);
  return levels;
}
