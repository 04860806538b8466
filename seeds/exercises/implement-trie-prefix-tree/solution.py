from __future__ import annotations


class TrieNode:
    def __init__(self) -> None:
        self.children: dict[str, TrieNode] = {}
        self.ends_word = False


class Trie:
    def __init__(self) -> None:
        self._root = TrieNode()

    def insert(self, word: str) -> None:
        node = self._root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = TrieNode()
            node = node.children[letter]
        node.ends_word = True

    def search(self, word: str) -> bool:
        node = self._node_at(word)
        return node is not None and node.ends_word

    def starts_with(self, prefix: str) -> bool:
        return self._node_at(prefix) is not None

    def _node_at(self, prefix: str) -> TrieNode | None:
        node = self._root
        for letter in prefix:
            child = node.children.get(letter)
            if child is None:
                return None
            node = child
        return node
