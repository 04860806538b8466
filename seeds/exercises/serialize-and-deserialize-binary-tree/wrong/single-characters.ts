// Mistake: reads single characters, so values of several digits and negative ones fall apart.
class TreeCodec {
  serialize(root: TreeNode | null): string {
    if (root === null) return "#";
    return root.val + this.serialize(root.left) + this.serialize(root.right);
  }

  deserialize(data: string): TreeNode | null {
    let at = 0;
    const read = (): TreeNode | null => {
      const entry = data[at++];
      if (entry === "#" || entry === undefined) return null;
      const node = new TreeNode(Number(entry));
      node.left = read();
      node.right = read();
      return node;
    };
    return read();
  }
}
