// Mistake: collects the values in a set, so a value that occurs several times appears once.
function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  const values = new Set<number>();
  for (const head of lists) {
    for (let node = head; node; node = node.next) values.add(node.val);
  }
  const dummy = new ListNode(0);
  let tail = dummy;
  for (const value of [...values].sort((a, b) => a - b)) {
    tail.next = new ListNode(value);
    tail = tail.next;
  }
  return dummy.next;
}
