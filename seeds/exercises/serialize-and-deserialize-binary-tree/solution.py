class TreeCodec:
    def serialize(self, root: TreeNode | None) -> str:
        entries: list[str] = []

        def write(node: TreeNode | None) -> None:
            if node is None:
                entries.append("#")
                return
            entries.append(str(node.val))
            write(node.left)
            write(node.right)

        write(root)
        return ",".join(entries)

    def deserialize(self, data: str) -> TreeNode | None:
        entries = iter(data.split(","))

        def read() -> TreeNode | None:
            """Takes the entries of one whole tree."""
            entry = next(entries)
            if entry == "#":
                return None
            node = TreeNode(int(entry))
            node.left = read()
            node.right = read()
            return node

        return read()
