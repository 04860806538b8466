def count_components(n: int, edges: list[list[int]]) -> int:
    parent = list(range(n))
    size = [1] * n

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]  # shortens the way for next time
            node = parent[node]
        return node

    components = n
    for a, b in edges:
        large, small = find(a), find(b)
        if large == small:
            continue
        if size[large] < size[small]:
            large, small = small, large
        parent[small] = large
        size[large] += size[small]
        components -= 1
    return components
