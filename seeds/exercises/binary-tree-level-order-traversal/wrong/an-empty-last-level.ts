// Mistake: goes on until there is no node to look at, and so writes down one empty level.
function levelOrder(root: TreeNode | null): number[][] {
  const levels: number[][] = [];
  let level: (TreeNode | null)[] = [root];
  while (level.length > 0) {
    const values: number[] = [];
    const next: (TreeNode | null)[] = [];
    for (const node of level) {
      if (node === null) continue;
      values.push(node.val);
      next.push(node.left, node.right);
    }
    levels.push(values);
    level = next;
  }
  return levels;
}
