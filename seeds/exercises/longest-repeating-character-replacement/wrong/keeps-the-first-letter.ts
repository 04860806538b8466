// Mistake: compares with the letter at the left end of the window instead of the most frequent one.
function longestUniformRun(text: string, changes: number): number {
  let longest = 0;
  let left = 0;
  let spent = 0;
  for (let right = 0; right < text.length; right++) {
    if (text[right] !== text[left]) spent++;
    while (spent > changes) {
      left++;
      spent = 0;
      for (let i = left; i <= right; i++) {
        if (text[i] !== text[left]) spent++;
      }
    }
    longest = Math.max(longest, right - left + 1);
  }
  return longest;
}
