// Mistake: the separator may occur inside a text.
class Codec {
  encode(texts: string[]): string {
    return texts.map((text) => `${text},`).join("");
  }

  decode(encoded: string): string[] {
    return encoded.split(",").slice(0, -1);
  }
}
