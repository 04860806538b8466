// Mistake: starts at the head without a helper node, so the head itself cannot be removed.
function removeNthFromEnd(head: ListNode | null, n: number): ListNode | null {
  let ahead = head;
  for (let i = 0; i < n && ahead; i++) ahead = ahead.next;
  let before = head;
  while (ahead?.next && before) {
    ahead = ahead.next;
    before = before.next;
  }
  if (before?.next) before.next = before.next.next;
  return head;
}
