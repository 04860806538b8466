from collections.abc import Iterator
from itertools import islice


def kth_smallest(root: TreeNode | None, k: int) -> int:
    return next(islice(ascending(root), k - 1, None))


def ascending(root: TreeNode | None) -> Iterator[int]:
    open_nodes: list[TreeNode] = []
    node = root
    while node or open_nodes:
        while node:
            open_nodes.append(node)
            node = node.left
        node = open_nodes.pop()
        yield node.val
        node = node.right
