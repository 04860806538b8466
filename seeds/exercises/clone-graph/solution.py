def clone_graph(node: GraphNode | None) -> GraphNode | None:
    if node is None:
        return None
    # A copy is recorded the moment it is made, so that a cycle finds it.
    copies: dict[GraphNode, GraphNode] = {node: GraphNode(node.val)}
    open_nodes = [node]
    while open_nodes:
        original = open_nodes.pop()
        for neighbour in original.neighbors:
            if neighbour not in copies:
                copies[neighbour] = GraphNode(neighbour.val)
                open_nodes.append(neighbour)
            copies[original].neighbors.append(copies[neighbour])
    return copies[node]
