function longestPalindrome(text: string): string {
  let best = "";
  // Every piece is turned round as a whole and compared.
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const piece = text.slice(start, end);
      const reversed = piece.split("").reverse().join("");
      if (piece === reversed && piece.length > best.length) best = piece;
    }
  }
  return best;
}
