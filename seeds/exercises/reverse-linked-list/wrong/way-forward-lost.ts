// Mistake: reads the next node after its reference has been overwritten, so the walk ends at the first node.
function reverseList(head: ListNode | null): ListNode | null {
  let previous: ListNode | null = null;
  let current = head;
  while (current) {
    const node: ListNode = current;
    node.next = previous;
    previous = node;
    current = node.next;
  }
  return previous;
}
