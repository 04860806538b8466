function levelOrder(root: TreeNode | null): number[][] {
  const levels: number[][] = [];
  let level = root === null ? [] : [root];
  while (level.length > 0) {
    levels.push(level.map((node) => node.val));
    const next: TreeNode[] = [];
    for (const { left, right } of level) {
      if (left !== null) next.push(left);
      if (right !== null) next.push(right);
    }
    level = next;
  }
  return levels;
}
