// Mistake: moves on in both lists when the values are equal, so one of the two nodes is dropped.
function mergeTwoLists(first: ListNode | null, second: ListNode | null): ListNode | null {
  const dummy = new ListNode(0);
  let tail = dummy;
  while (first && second) {
    if (first.val < second.val) {
      tail.next = first;
      first = first.next;
    } else if (second.val < first.val) {
      tail.next = second;
      second = second.next;
    } else {
      tail.next = first;
      first = first.next;
      second = second.next;
    }
    tail = tail.next;
  }
  tail.next = first ?? second;
  return dummy.next;
}
