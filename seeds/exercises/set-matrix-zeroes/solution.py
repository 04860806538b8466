def set_zeroes(matrix: list[list[int]]) -> None:
    rows, columns = len(matrix), len(matrix[0])
    clear_first_row = 0 in matrix[0]
    clear_first_column = any(row[0] == 0 for row in matrix)

    # The first field of a row or column is the note that it has a zero.
    for r in range(1, rows):
        for c in range(1, columns):
            if matrix[r][c] == 0:
                matrix[r][0] = matrix[0][c] = 0
    for r in range(1, rows):
        for c in range(1, columns):
            if matrix[r][0] == 0 or matrix[0][c] == 0:
                matrix[r][c] = 0
    # Last, when the notes have been read.
    if clear_first_row:
        matrix[0][:] = [0] * columns
    if clear_first_column:
        for row in matrix:
            row[0] = 0
