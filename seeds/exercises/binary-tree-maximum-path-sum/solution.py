def max_path_sum(root: TreeNode) -> int:
    best = root.val

    def best_arm(node: TreeNode | None) -> int:
        """The best sum of an arm that starts at the node and goes straight down; 0 for none."""
        nonlocal best
        if node is None:
            return 0
        left = max(0, best_arm(node.left))
        right = max(0, best_arm(node.right))
        best = max(best, node.val + left + right)
        return node.val + max(left, right)

    best_arm(root)
    return best
