function isValid(text: string): boolean {
  let rest = text;
  for (;;) {
    // Each round copies the text without its innermost pairs.
    const shorter = rest.replaceAll("()", "").replaceAll("[]", "").replaceAll("{}", "");
    if (shorter.length === rest.length) return rest.length === 0;
    rest = shorter;
  }
}
