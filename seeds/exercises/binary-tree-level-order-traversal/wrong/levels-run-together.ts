// Mistake: the length of the queue is read anew while it grows, so all nodes end up in one level.
function levelOrder(root: TreeNode | null): number[][] {
  const levels: number[][] = [];
  const queue = root === null ? [] : [root];
  let at = 0;
  while (at < queue.length) {
    const values: number[] = [];
    for (; at < queue.length; at++) {
      const node = queue[at];
      values.push(node.val);
      if (node.left !== null) queue.push(node.left);
      if (node.right !== null) queue.push(node.right);
    }
    levels.push(values);
  }
  return levels;
}
