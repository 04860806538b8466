class Codec {
  encode(texts: string[]): string {
    return texts.map((text) => `${text.length}#${text}`).join("");
  }

  decode(encoded: string): string[] {
    let texts: string[] = [];
    let at = 0;
    while (at < encoded.length) {
      const mark = encoded.indexOf("#", at);
      const end = mark + 1 + Number(encoded.slice(at, mark));
      // The whole list is copied for every text that is added.
      texts = [...texts, encoded.slice(mark + 1, end)];
      at = end;
    }
    return texts;
  }
}
