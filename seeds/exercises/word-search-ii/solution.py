class TrieNode:
    def __init__(self) -> None:
        self.children: dict[str, TrieNode] = {}
        self.word: str | None = None  # the word that ends here


def find_words(board: list[list[str]], words: list[str]) -> list[str]:
    rows, columns = len(board), len(board[0])
    root = TrieNode()
    for word in words:
        node = root
        for letter in word:
            node = node.children.setdefault(letter, TrieNode())
        node.word = word

    found: list[str] = []

    def step(row: int, column: int, parent: TrieNode) -> None:
        letter = board[row][column]
        node = parent.children.get(letter)
        if node is None:
            return
        if node.word is not None:
            found.append(node.word)
            node.word = None  # found once is enough
        board[row][column] = ""  # in use
        if row + 1 < rows:
            step(row + 1, column, node)
        if row > 0:
            step(row - 1, column, node)
        if column + 1 < columns:
            step(row, column + 1, node)
        if column > 0:
            step(row, column - 1, node)
        board[row][column] = letter
        # Nothing more can be found below: the branch need not be searched again.
        if not node.children:
            del parent.children[letter]

    for row in range(rows):
        for column in range(columns):
            step(row, column, root)
    return found
