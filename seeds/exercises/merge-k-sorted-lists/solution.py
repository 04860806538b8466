import heapq


def merge_k_lists(lists: list[ListNode | None]) -> ListNode | None:
    # The index settles ties, so that two nodes are never compared.
    heap = [(head.val, index, head) for index, head in enumerate(lists) if head]
    heapq.heapify(heap)
    dummy = tail = ListNode(0)
    while heap:
        _, index, node = heap[0]
        tail.next = node
        tail = node
        if node.next:
            heapq.heapreplace(heap, (node.next.val, index, node.next))
        else:
            heapq.heappop(heap)
    return dummy.next
