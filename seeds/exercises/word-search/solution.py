def word_exists(board: list[list[str]], word: str) -> bool:
    rows, columns = len(board), len(board[0])

    def hop(row: int, column: int, at: int) -> bool:
        """Can the letters from `at` on be laid, beginning on this stone?"""
        if not (0 <= row < rows and 0 <= column < columns) or board[row][column] != word[at]:
            return False
        if at == len(word) - 1:
            return True
        board[row][column] = ""  # in use
        found = any(
            hop(row + down, column + right, at + 1)
            for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1))
        )
        board[row][column] = word[at]
        return found

    return any(hop(row, column, 0) for row in range(rows) for column in range(columns))
