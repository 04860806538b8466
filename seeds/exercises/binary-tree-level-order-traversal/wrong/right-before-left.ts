// Mistake: a stack is used as if it were a queue, so the right side comes before the left one.
function levelOrder(root: TreeNode | null): number[][] {
  const levels: number[][] = [];
  const stack: [TreeNode, number][] = root === null ? [] : [[root, 0]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, depth] = top;
    levels[depth] ??= [];
    levels[depth].push(node.val);
    if (node.left !== null) stack.push([node.left, depth + 1]);
    if (node.right !== null) stack.push([node.right, depth + 1]);
  }
  return levels;
}
