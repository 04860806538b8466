class LetterNode:
    def __init__(self) -> None:
        self.children: dict[str, LetterNode] = {}
        self.ends_word = False


class WordDictionary:
    def __init__(self) -> None:
        self.root = LetterNode()

    def add_word(self, word: str) -> None:
        node = self.root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = LetterNode()
            node = node.children[letter]
        node.ends_word = True

    def search(self, pattern: str) -> bool:
        def fits(node: LetterNode, at: int) -> bool:
            """Does a word below this node fit the pattern from `at` on?"""
            if at == len(pattern):
                return node.ends_word
            if pattern[at] == ".":
                return any(fits(child, at + 1) for child in node.children.values())
            child = node.children.get(pattern[at])
            return child is not None and fits(child, at + 1)

        return fits(self.root, 0)
