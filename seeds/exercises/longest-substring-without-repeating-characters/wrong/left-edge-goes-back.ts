// Mistake: jumps to the last copy even when it lies before the window, so the left edge moves backwards.
function lengthOfLongestSubstring(text: string): number {
  const lastSeen = new Map<string, number>();
  let left = 0;
  let longest = 0;
  for (let right = 0; right < text.length; right++) {
    const previous = lastSeen.get(text[right]);
    if (previous !== undefined) left = previous + 1;
    lastSeen.set(text[right], right);
    longest = Math.max(longest, right - left + 1);
  }
  return longest;
}
