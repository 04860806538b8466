class Codec:
    def encode(self, texts: list[str]) -> str:
        return "".join(f"{len(text)}#{text}" for text in texts)

    def decode(self, encoded: str) -> list[str]:
        texts: list[str] = []
        at = 0
        while at < len(encoded):
            mark = encoded.index("#", at)
            start = mark + 1
            end = start + int(encoded[at:mark])
            # The text is taken by its length; what is in it is never looked at.
            texts.append(encoded[start:end])
            at = end
        return texts
