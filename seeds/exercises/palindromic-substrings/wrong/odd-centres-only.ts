// Mistake: grows from single characters only, so palindromes of even length are never found.
function countPalindromes(text: string): number {
  let count = 0;
  for (let centre = 0; centre < text.length; centre++) {
    let left = centre;
    let right = centre;
    while (left >= 0 && right < text.length && text[left] === text[right]) {
      count++;
      left--;
      right++;
    }
  }
  return count;
}
