// Mistake: removes the n-th node from the front.
function removeNthFromEnd(head: ListNode | null, n: number): ListNode | null {
  const dummy = new ListNode(0);
  dummy.next = head;
  let before = dummy;
  for (let i = 1; i < n && before.next; i++) before = before.next;
  before.next = before.next?.next ?? null;
  return dummy.next;
}
