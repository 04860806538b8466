def remove_nth_from_end(head: ListNode | None, n: int) -> ListNode | None:
    # A node in front of the head, so that the head can be removed like any other node.
    dummy = ListNode(0)
    dummy.next = head
    ahead = before = dummy
    for _ in range(n):
        ahead = ahead.next
    while ahead.next:
        ahead = ahead.next
        before = before.next
    before.next = before.next.next
    return dummy.next
