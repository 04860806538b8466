class Codec {
  encode(texts: string[]): string {
    return texts.map((text) => `${text.length}#${text}`).join("");
  }

  decode(encoded: string): string[] {
    const texts: string[] = [];
    let at = 0;
    while (at < encoded.length) {
      const mark = encoded.indexOf("#", at);
      const start = mark + 1;
      const end = start + Number(encoded.slice(at, mark));
      // The text is taken by its length; what is in it is never looked at.
      texts.push(encoded.slice(start, end));
      at = end;
    }
    return texts;
  }
}
