// Mistake: it goes right only where there is no left child, so a deeper right side is missed.
function maxDepth(root: TreeNode | null): number {
  let depth = 0;
  for (let node = root; node !== null; node = node.left ?? node.right) depth += 1;
  return depth;
}
