def unique_paths(rows: int, columns: int) -> int:
    # One row of the table, overwritten for each row of the lawn.
    ways = [1] * columns
    for _ in range(1, rows):
        for column in range(1, columns):
            ways[column] += ways[column - 1]
    return ways[-1]
