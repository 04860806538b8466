// Mistake: writes no marks for missing children, and reads the values back as if they filled the tree row by row.
class TreeCodec {
  serialize(root: TreeNode | null): string {
    const values: number[] = [];
    const queue = root === null ? [] : [root];
    for (const node of queue) {
      values.push(node.val);
      if (node.left !== null) queue.push(node.left);
      if (node.right !== null) queue.push(node.right);
    }
    return values.join(",");
  }

  deserialize(data: string): TreeNode | null {
    if (data === "") return null;
    const nodes = data.split(",").map((value) => new TreeNode(Number(value)));
    nodes.forEach((node, i) => {
      node.left = nodes[2 * i + 1] ?? null;
      node.right = nodes[2 * i + 2] ?? null;
    });
    return nodes[0];
  }
}
