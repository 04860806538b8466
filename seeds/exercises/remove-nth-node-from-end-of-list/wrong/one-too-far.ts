// Mistake: the pointer stops on the node that should go, and its successor is removed instead.
function removeNthFromEnd(head: ListNode | null, n: number): ListNode | null {
  const dummy = new ListNode(0);
  dummy.next = head;
  let length = 0;
  for (let node = head; node; node = node.next) length += 1;
  let before = dummy;
  for (let i = 0; i <= length - n && before.next; i++) before = before.next;
  before.next = before.next?.next ?? null;
  return dummy.next;
}
