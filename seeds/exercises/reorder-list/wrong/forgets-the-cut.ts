// Mistake: the first half is not cut off, so the finished list ends in a ring.
function reorderList(head: ListNode | null): void {
  let slow = head;
  let fast = head;
  while (slow && fast && fast.next) {
    slow = slow.next;
    fast = fast.next.next;
  }
  let back: ListNode | null = null;
  let node = slow?.next ?? null;
  while (node) {
    const next: ListNode | null = node.next;
    node.next = back;
    back = node;
    node = next;
  }
  let front = head;
  while (front && back) {
    const nextFront: ListNode | null = front.next;
    const nextBack: ListNode | null = back.next;
    front.next = back;
    back.next = nextFront;
    front = nextFront;
    back = nextBack;
  }
}
