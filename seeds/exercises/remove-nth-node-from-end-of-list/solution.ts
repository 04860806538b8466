function removeNthFromEnd(head: ListNode | null, n: number): ListNode | null {
  // A node in front of the head, so that the head can be removed like any other node.
  const dummy = new ListNode(0);
  dummy.next = head;
  let ahead: ListNode | null = head;
  for (let i = 0; i < n; i++) ahead = ahead?.next ?? null;
  let before = dummy;
  while (ahead !== null && before.next !== null) {
    ahead = ahead.next;
    before = before.next;
  }
  before.next = before.next?.next ?? null;
  return dummy.next;
}
