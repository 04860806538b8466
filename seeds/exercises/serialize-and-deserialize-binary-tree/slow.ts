class TreeCodec {
  serialize(root: TreeNode | null): string {
    if (root === null) return "#";
    return `${root.val},${this.serialize(root.left)},${this.serialize(root.right)}`;
  }

  deserialize(data: string): TreeNode | null {
    let entries = data.split(",");
    const read = (): TreeNode | null => {
      const entry = entries[0];
      // All entries that are left are copied for each one that is read.
      entries = entries.slice(1);
      if (entry === "#") return null;
      const node = new TreeNode(Number(entry));
      node.left = read();
      node.right = read();
      return node;
    };
    return read();
  }
}
