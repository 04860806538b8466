function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  let round = lists;
  // Every round merges the lists in pairs, so their number is halved each time.
  while (round.length > 1) {
    const merged: (ListNode | null)[] = [];
    for (let i = 0; i < round.length; i += 2) merged.push(mergeTwo(round[i], round[i + 1] ?? null));
    round = merged;
  }
  return round[0] ?? null;
}

function mergeTwo(first: ListNode | null, second: ListNode | null): ListNode | null {
  const dummy = new ListNode(0);
  let tail = dummy;
  while (first && second) {
    if (first.val <= second.val) {
      tail.next = first;
      first = first.next;
    } else {
      tail.next = second;
      second = second.next;
    }
    tail = tail.next;
  }
  tail.next = first ?? second;
  return dummy.next;
}
