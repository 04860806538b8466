// Mistake: when the number of lists is odd, the one without a partner is lost.
function mergeKLists(lists: (ListNode | null)[]): ListNode | null {
  if (lists.length === 0) return null;
  let round = lists;
  while (round.length > 1) {
    const merged: (ListNode | null)[] = [];
    for (let i = 0; i + 1 < round.length; i += 2) merged.push(mergeTwo(round[i], round[i + 1]));
    round = merged;
  }
  return round[0];
}

function mergeTwo(first: ListNode | null, second: ListNode | null): ListNode | null {
  if (!first || !second) return first ?? second;
  if (first.val <= second.val) {
    first.next = mergeTwo(first.next, second);
    return first;
  }
  second.next = mergeTwo(first, second.next);
  return second;
}
