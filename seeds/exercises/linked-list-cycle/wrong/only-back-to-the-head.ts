// Mistake: waits for the head to come again, and a cycle with a lead-in never comes back to it.
function hasCycle(head: ListNode | null): boolean {
  if (!head) return false;
  let node = head.next;
  let steps = 0;
  while (node && steps < 10_000) {
    if (node === head) return true;
    node = node.next;
    steps += 1;
  }
  return false;
}
