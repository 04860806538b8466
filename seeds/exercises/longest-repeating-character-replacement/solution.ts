function longestUniformRun(text: string, changes: number): number {
  const counts = new Map<string, number>();
  let highest = 0; // highest count any window has had; it need never go down
  let left = 0;
  let longest = 0;
  for (let right = 0; right < text.length; right++) {
    const count = (counts.get(text[right]) ?? 0) + 1;
    counts.set(text[right], count);
    highest = Math.max(highest, count);
    if (right - left + 1 - highest > changes) {
      counts.set(text[left], (counts.get(text[left]) ?? 0) - 1);
      left++;
    }
    longest = Math.max(longest, right - left + 1);
  }
  return longest;
}
