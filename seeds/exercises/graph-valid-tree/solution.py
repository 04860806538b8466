def valid_tree(n: int, edges: list[list[int]]) -> bool:
    if len(edges) != n - 1:
        return False

    parents = list(range(n))
    sizes = [1] * n

    def find(node: int) -> int:
        while parents[node] != node:
            # Every look-up shortens the way for the next one.
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for a, b in edges:
        smaller, larger = find(a), find(b)
        if smaller == larger:
            return False
        if sizes[smaller] > sizes[larger]:
            smaller, larger = larger, smaller
        parents[smaller] = larger
        sizes[larger] += sizes[smaller]
    return True
