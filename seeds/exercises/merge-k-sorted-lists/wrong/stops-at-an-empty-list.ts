// Mistake: ends as soon as any list is used up, and loses what is left in the others.
function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  const heads = [...lists];
  const dummy = new ListNode(0);
  let tail = dummy;
  while (heads.length > 0) {
    let smallest = 0;
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i];
      const best = heads[smallest];
      if (!head || !best) return dummy.next;
      if (head.val < best.val) smallest = i;
    }
    const node = heads[smallest];
    if (!node) break;
    tail.next = new ListNode(node.val);
    tail = tail.next;
    heads[smallest] = node.next;
  }
  return dummy.next;
}
