function reorderList(head: ListNode | null): void {
  let front = head;
  while (front && front.next && front.next.next) {
    // The end of the list is looked for anew for every tram that is moved.
    let beforeLast: ListNode = front;
    let last: ListNode = front.next;
    while (last.next) {
      beforeLast = last;
      last = last.next;
    }
    beforeLast.next = null;
    last.next = front.next;
    front.next = last;
    front = last.next;
  }
}
