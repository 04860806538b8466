// Mistake: sorts all values as text, so 10 comes before 9.
function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  const values: number[] = [];
  for (const head of lists) {
    for (let node = head; node; node = node.next) values.push(node.val);
  }
  const dummy = new ListNode(0);
  let tail = dummy;
  for (const value of values.sort()) {
    tail.next = new ListNode(value);
    tail = tail.next;
  }
  return dummy.next;
}
