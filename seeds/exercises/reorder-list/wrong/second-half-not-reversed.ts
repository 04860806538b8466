// Mistake: the second half is woven in forwards instead of backwards.
function reorderList(head: ListNode | null): void {
  if (!head) return;
  let middle = head;
  let fast = head.next;
  while (fast && fast.next && middle.next) {
    middle = middle.next;
    fast = fast.next.next;
  }
  let back = middle.next;
  middle.next = null;
  let front: ListNode | null = head;
  while (front && back) {
    const nextFront: ListNode | null = front.next;
    const nextBack: ListNode | null = back.next;
    front.next = back;
    back.next = nextFront;
    front = nextFront;
    back = nextBack;
  }
}
