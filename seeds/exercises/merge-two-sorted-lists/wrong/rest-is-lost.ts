// Mistake: stops when one list is used up and never hangs the rest of the other one on.
function mergeTwoLists(first: ListNode | null, second: ListNode | null): ListNode | null {
  const dummy = new ListNode(0);
  let tail = dummy;
  while (first && second) {
    if (first.val <= second.val) {
      tail.next = new ListNode(first.val);
      first = first.next;
    } else {
      tail.next = new ListNode(second.val);
      second = second.next;
    }
    tail = tail.next;
  }
  return dummy.next;
}
