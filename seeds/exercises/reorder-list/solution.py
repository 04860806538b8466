def reorder_list(head: ListNode | None) -> None:
    if head is None:
        return

    middle, fast = head, head.next
    while fast and fast.next:
        middle, fast = middle.next, fast.next.next

    back = reverse(middle.next)
    # Without this cut the woven list would end in a ring.
    middle.next = None

    front = head
    while back:
        next_front, next_back = front.next, back.next
        front.next, back.next = back, next_front
        front, back = next_front, next_back


def reverse(head: ListNode | None) -> ListNode | None:
    before = None
    while head:
        following = head.next
        head.next = before
        before, head = head, following
    return before
