// Mistake: inserts the pre-order values by size, as if the tree were a search tree.
function buildTree(preorder: number[], inorder: number[]): TreeNode | null {
  if (inorder.length === 0) return null;
  const root = new TreeNode(preorder[0]);
  for (const value of preorder.slice(1)) {
    let node = root;
    for (;;) {
      const child: TreeNode | null = value < node.val ? node.left : node.right;
      if (child) {
        node = child;
        continue;
      }
      if (value < node.val) node.left = new TreeNode(value);
      else node.right = new TreeNode(value);
      break;
    }
  }
  return root;
}
