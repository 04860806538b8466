// Mistake: the length is read as a single digit.
class Codec {
  encode(texts: string[]): string {
    return texts.map((text) => `${text.length}#${text}`).join("");
  }

  decode(encoded: string): string[] {
    const texts: string[] = [];
    let at = 0;
    while (at < encoded.length) {
      const length = Number(encoded[at]);
      texts.push(encoded.slice(at + 2, at + 2 + length));
      at += 2 + length;
    }
    return texts;
  }
}
