// Mistake: the left pointer stops one too early, so the first character is never part of a palindrome.
function longestPalindrome(text: string): string {
  let best = text.slice(0, 1);
  for (let middle = 0; middle < 2 * text.length - 1; middle++) {
    let left = Math.floor(middle / 2);
    let right = left + (middle % 2);
    while (left > 0 && right < text.length && text[left] === text[right]) {
      left -= 1;
      right += 1;
    }
    if (right - left - 1 > best.length) best = text.slice(left + 1, right);
  }
  return best;
}
