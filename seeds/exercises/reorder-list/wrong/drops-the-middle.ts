// Mistake: the list is cut before the middle node, and with an odd length that node is lost.
function reorderList(head: ListNode | null): void {
  const nodes: ListNode[] = [];
  for (let node = head; node; node = node.next) nodes.push(node);
  for (let left = 0, right = nodes.length - 1; left < right; left += 1, right -= 1) {
    nodes[left].next = nodes[right];
    nodes[right].next = left + 1 < right - 1 ? nodes[left + 1] : null;
  }
}
