def num_islands(grid: list[list[str]]) -> int:
    rows, columns = len(grid), len(grid[0])
    land = {(row, column) for row in range(rows) for column in range(columns) if grid[row][column] == "1"}
    islands = 0
    while land:
        # Whatever is taken out of the set will not be counted again.
        islands += 1
        open_cells = [land.pop()]
        while open_cells:
            row, column = open_cells.pop()
            for neighbour in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
                if neighbour in land:
                    land.remove(neighbour)
                    open_cells.append(neighbour)
    return islands
