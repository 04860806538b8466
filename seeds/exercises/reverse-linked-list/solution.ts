function reverseList(head: ListNode | null): ListNode | null {
  let previous: ListNode | null = null; // head of the part that is reversed already
  let current = head;
  while (current) {
    const next: ListNode | null = current.next; // saved before the way forward is lost
    current.next = previous;
    previous = current;
    current = next;
  }
  return previous;
}
