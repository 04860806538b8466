from math import inf


def is_valid_bst(root: TreeNode | None) -> bool:
    def stays_within(node: TreeNode | None, low: float, high: float) -> bool:
        if node is None:
            return True
        if not low < node.val < high:
            return False
        return stays_within(node.left, low, node.val) and stays_within(node.right, node.val, high)

    return stays_within(root, -inf, inf)
