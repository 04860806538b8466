// Mistake: leaves the last value of each right part out, as if the upper border were included.
function buildTree(preorder: number[], inorder: number[]): TreeNode | null {
  if (preorder.length === 0) return null;
  const root = new TreeNode(preorder[0]);
  const place = inorder.indexOf(preorder[0]);
  root.left = buildTree(preorder.slice(1, place + 1), inorder.slice(0, place));
  root.right = buildTree(preorder.slice(place + 1, -1), inorder.slice(place + 1, -1));
  return root;
}
