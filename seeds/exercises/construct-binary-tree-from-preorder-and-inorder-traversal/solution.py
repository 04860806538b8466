def build_tree(preorder: list[int], inorder: list[int]) -> TreeNode | None:
    if not preorder:
        return None
    root = TreeNode(preorder[0])
    # Nodes whose right side is still open, the innermost last.
    open_nodes = [root]
    place = 0
    for value in preorder[1:]:
        node = TreeNode(value)
        parent = None
        # A node that the in-order list has reached has its left side complete.
        while open_nodes and open_nodes[-1].val == inorder[place]:
            parent = open_nodes.pop()
            place += 1
        if parent is None:
            open_nodes[-1].left = node
        else:
            parent.right = node
        open_nodes.append(node)
    return root
