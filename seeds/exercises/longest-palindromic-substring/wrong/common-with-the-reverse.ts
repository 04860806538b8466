// Mistake: takes the longest piece that also occurs in the reversed text, though perhaps at another place.
function longestPalindrome(text: string): string {
  const reversed = text.split("").reverse().join("");
  for (let length = text.length; length > 0; length--) {
    for (let start = 0; start + length <= text.length; start++) {
      const piece = text.slice(start, start + length);
      if (reversed.includes(piece)) return piece;
    }
  }
  return "";
}
