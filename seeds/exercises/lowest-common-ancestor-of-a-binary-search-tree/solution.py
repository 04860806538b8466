def lowest_common_ancestor(root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
    low, high = min(p.val, q.val), max(p.val, q.val)
    node = root
    # Until the ways part, or one of the two has been reached.
    while not low <= node.val <= high:
        node = node.left if high < node.val else node.right
    return node
