// Mistake: no mark stands between the length and the text, so digits of the text are read as part of it.
class Codec {
  encode(texts: string[]): string {
    return texts.map((text) => `${text.length}${text}`).join("");
  }

  decode(encoded: string): string[] {
    const texts: string[] = [];
    let rest = encoded;
    while (rest !== "") {
      const digits = /^\d*/.exec(rest)?.[0] ?? "";
      const length = Number(digits);
      texts.push(rest.slice(digits.length, digits.length + length));
      rest = rest.slice(digits.length + Math.max(length, 1));
    }
    return texts;
  }
}
