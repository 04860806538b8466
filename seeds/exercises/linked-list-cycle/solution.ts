function hasCycle(head: ListNode | null): boolean {
  let slow = head;
  let fast = head;
  while (slow && fast && fast.next) {
    slow = slow.next;
    fast = fast.next.next;
    // In a ring, the fast one comes closer by one node each round: it cannot jump over the slow one.
    if (slow === fast) return true;
  }
  return false;
}
