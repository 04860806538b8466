// Mistake: rebuilds the tree by inserting the values as into a search tree.
class TreeCodec {
  serialize(root: TreeNode | null): string {
    if (root === null) return "";
    return [String(root.val), this.serialize(root.left), this.serialize(root.right)].filter((part) => part !== "").join(",");
  }

  deserialize(data: string): TreeNode | null {
    if (data === "") return null;
    const [first, ...rest] = data.split(",").map(Number);
    const root = new TreeNode(first);
    for (const value of rest) {
      let node = root;
      for (;;) {
        const next: TreeNode | null = value < node.val ? node.left : node.right;
        if (next === null) break;
        node = next;
      }
      if (value < node.val) node.left = new TreeNode(value);
      else node.right = new TreeNode(value);
    }
    return root;
  }
}
