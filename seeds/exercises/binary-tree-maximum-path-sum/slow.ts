function maxPathSum(root: TreeNode | null): number {
  const values: number[] = [];
  const neighbours: number[][] = [];
  const number = (node: TreeNode | null, parent: number): void => {
    if (node === null) return;
    const id = values.length;
    values.push(node.val);
    neighbours.push(parent < 0 ? [] : [parent]);
    if (parent >= 0) neighbours[parent].push(id);
    number(node.left, id);
    number(node.right, id);
  };
  number(root, -1);

  let best = -Infinity;
  // From every chamber, every walk is followed to its end.
  for (let start = 0; start < values.length; start += 1) {
    const open: [at: number, from: number, sum: number][] = [[start, -1, values[start]]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [at, from, sum] = next;
      best = Math.max(best, sum);
      for (const to of neighbours[at]) if (to !== from) open.push([to, at, sum + values[to]]);
    }
  }
  return best;
}
