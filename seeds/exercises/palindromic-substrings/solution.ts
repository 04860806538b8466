function countPalindromes(text: string): number {
  let count = 0;
  for (let centre = 0; centre < text.length; centre++) {
    count += palindromesAround(text, centre, centre); // odd lengths
    count += palindromesAround(text, centre, centre + 1); // even lengths
  }
  return count;
}

function palindromesAround(text: string, left: number, right: number): number {
  let count = 0;
  while (left >= 0 && right < text.length && text[left] === text[right]) {
    count++;
    left--;
    right++;
  }
  return count;
}
