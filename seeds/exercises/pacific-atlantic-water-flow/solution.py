Cell = tuple[int, int]


def pacific_atlantic(heights: list[list[int]]) -> list[list[int]]:
    rows, columns = len(heights), len(heights[0])

    def draining_to(shore: set[Cell]) -> set[Cell]:
        """Every cell from which rain reaches the shore, found by walking from the shore uphill."""
        marked = set(shore)
        open_cells = list(shore)
        while open_cells:
            row, column = open_cells.pop()
            height = heights[row][column]
            for r, c in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                if 0 <= r < rows and 0 <= c < columns and heights[r][c] >= height and (r, c) not in marked:
                    marked.add((r, c))
                    open_cells.append((r, c))
        return marked

    top_and_left = {(0, c) for c in range(columns)} | {(r, 0) for r in range(rows)}
    bottom_and_right = {(rows - 1, c) for c in range(columns)} | {(r, columns - 1) for r in range(rows)}
    return [[r, c] for r, c in draining_to(top_and_left) & draining_to(bottom_and_right)]
