// Mistake: starts from characters only, so no palindrome of even length is found.
function longestPalindrome(text: string): string {
  let best = "";
  for (let middle = 0; middle < text.length; middle++) {
    let reach = 0;
    while (middle - reach >= 0 && middle + reach < text.length && text[middle - reach] === text[middle + reach]) {
      reach += 1;
    }
    const piece = text.slice(middle - reach + 1, middle + reach);
    if (piece.length > best.length) best = piece;
  }
  return best;
}
