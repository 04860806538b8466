// Mistake: moves the left edge but forgets to take the letter that leaves out of the counts.
function longestUniformRun(text: string, changes: number): number {
  const counts = new Map<string, number>();
  let left = 0;
  let longest = 0;
  for (let right = 0; right < text.length; right++) {
    counts.set(text[right], (counts.get(text[right]) ?? 0) + 1);
    while (right - left + 1 - Math.max(...counts.values()) > changes) left++;
    longest = Math.max(longest, right - left + 1);
  }
  return longest;
}
