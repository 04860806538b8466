// Mistake: collects the palindromes in a set, so equal ones at different places count once.
function countPalindromes(text: string): number {
  const found = new Set<string>();
  for (let centre = 0; centre < text.length; centre++) {
    for (const start of [centre, centre + 1]) {
      let left = centre;
      let right = start;
      while (left >= 0 && right < text.length && text[left] === text[right]) {
        found.add(text.slice(left, right + 1));
        left--;
        right++;
      }
    }
  }
  return found.size;
}
