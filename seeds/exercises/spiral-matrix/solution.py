def spiral_order(matrix: list[list[int]]) -> list[int]:
    order: list[int] = []
    top, bottom = 0, len(matrix) - 1
    left, right = 0, len(matrix[0]) - 1
    while top <= bottom and left <= right:
        order.extend(matrix[top][left : right + 1])
        top += 1
        order.extend(matrix[r][right] for r in range(top, bottom + 1))
        right -= 1
        # The lap may have ended in a single row or column: then there is nothing to go back on.
        if top <= bottom:
            order.extend(matrix[bottom][c] for c in range(right, left - 1, -1))
            bottom -= 1
        if left <= right:
            order.extend(matrix[r][left] for r in range(bottom, top - 1, -1))
            left += 1
    return order
