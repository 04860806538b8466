// Mistake: a rare separator is still a separator, and an empty list comes back as one empty text.
class Codec {
  encode(texts: string[]): string {
    return texts.join("\u0001");
  }

  decode(encoded: string): string[] {
    return encoded.split("\u0001");
  }
}
