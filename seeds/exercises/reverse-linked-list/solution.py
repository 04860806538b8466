def reverse_list(head: ListNode | None) -> ListNode | None:
    previous: ListNode | None = None  # head of the part that is reversed already
    current = head
    while current:
        following = current.next  # saved before the way forward is lost
        current.next = previous
        previous = current
        current = following
    return previous
