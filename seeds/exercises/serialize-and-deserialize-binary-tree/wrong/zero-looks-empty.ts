// Mistake: takes a value of 0 for a missing child.
class TreeCodec {
  serialize(root: TreeNode | null): string {
    const entries: (number | string)[] = [];
    const write = (node: TreeNode | null): void => {
      entries.push(node?.val || "#");
      if (!node?.val) return;
      write(node.left);
      write(node.right);
    };
    write(root);
    return entries.join(",");
  }

  deserialize(data: string): TreeNode | null {
    const entries = data.split(",");
    let at = 0;
    const read = (): TreeNode | null => {
      const entry = entries[at++];
      if (entry === "#") return null;
      const node = new TreeNode(Number(entry));
      node.left = read();
      node.right = read();
      return node;
    };
    return read();
  }
}
