// Mistake: compares only the two ends of each substring and never looks inside.
function countPalindromes(text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start; end < text.length; end++) {
      if (text[start] === text[end]) count++;
    }
  }
  return count;
}
