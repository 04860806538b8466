// Mistake: remembers the values instead of the nodes, so a repeated value looks like a cycle.
function hasCycle(head: ListNode | null): boolean {
  const seen = new Set<number>();
  for (let node = head; node; node = node.next) {
    if (seen.has(node.val)) return true;
    seen.add(node.val);
  }
  return false;
}
