// Mistake: on the right side it forgets to take off the node itself along with its left subtree.
function kthSmallest(root: TreeNode | null, k: number): number {
  const size = (node: TreeNode | null): number => (node === null ? 0 : 1 + size(node.left) + size(node.right));
  let node = root;
  let rest = k;
  while (node !== null) {
    const smaller = size(node.left);
    if (rest === smaller + 1) return node.val;
    if (rest <= smaller) {
      node = node.left;
    } else {
      rest -= smaller;
      node = node.right;
    }
  }
  return -1;
}
