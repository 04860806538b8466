def is_same_tree(first: TreeNode | None, second: TreeNode | None) -> bool:
    if first is None or second is None:
        return first is second
    return (
        first.val == second.val
        and is_same_tree(first.left, second.left)
        and is_same_tree(first.right, second.right)
    )
