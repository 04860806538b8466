def has_cycle(head: ListNode | None) -> bool:
    slow = fast = head
    while fast and fast.next:
        slow = slow.next
        fast = fast.next.next
        # In a ring, the fast one comes closer by one node each round: it cannot jump over the slow one.
        if slow is fast:
            return True
    return False
