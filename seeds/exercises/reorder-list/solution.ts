function reorderList(head: ListNode | null): void {
  if (head === null) return;

  let middle = head;
  let fast = head.next;
  while (fast !== null && fast.next !== null && middle.next !== null) {
    middle = middle.next;
    fast = fast.next.next;
  }

  let back = reversed(middle.next);
  // Without this cut the woven list would end in a ring.
  middle.next = null;

  let front: ListNode | null = head;
  while (front !== null && back !== null) {
    const nextFront: ListNode | null = front.next;
    const nextBack: ListNode | null = back.next;
    front.next = back;
    back.next = nextFront;
    front = nextFront;
    back = nextBack;
  }
}

function reversed(head: ListNode | null): ListNode | null {
  let before: ListNode | null = null;
  let node = head;
  while (node !== null) {
    const next: ListNode | null = node.next;
    node.next = before;
    before = node;
    node = next;
  }
  return before;
}
