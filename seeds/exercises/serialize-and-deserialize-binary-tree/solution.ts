class TreeCodec {
  serialize(root: TreeNode | null): string {
    const entries: string[] = [];
    const write = (node: TreeNode | null): void => {
      if (node === null) {
        entries.push("#");
        return;
      }
      entries.push(String(node.val));
      write(node.left);
      write(node.right);
    };
    write(root);
    return entries.join(",");
  }

  deserialize(data: string): TreeNode | null {
    const entries = data.split(",");
    let at = 0;
    // Reads one whole tree and leaves `at` on the entry behind it.
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
