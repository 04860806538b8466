// Mistake: the nodes are joined in the new order, but the last one keeps its old link.
function reorderList(head: ListNode | null): void {
  const nodes: ListNode[] = [];
  for (let node = head; node; node = node.next) nodes.push(node);
  let left = 0;
  let right = nodes.length - 1;
  while (left < right) {
    nodes[left].next = nodes[right];
    left += 1;
    if (left < right) nodes[right].next = nodes[left];
    right -= 1;
  }
}
