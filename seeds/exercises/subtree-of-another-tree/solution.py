def is_subtree(root: TreeNode | None, candidate: TreeNode | None) -> bool:
    if same_tree(root, candidate):
        return True
    return root is not None and (is_subtree(root.left, candidate) or is_subtree(root.right, candidate))


def same_tree(first: TreeNode | None, second: TreeNode | None) -> bool:
    if first is None or second is None:
        return first is second
    return (
        first.val == second.val
        and same_tree(first.left, second.left)
        and same_tree(first.right, second.right)
    )
