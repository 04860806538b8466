function lengthOfLongestSubstring(text: string): number {
  const lastSeen = new Map<string, number>();
  let left = 0;
  let longest = 0;
  for (let right = 0; right < text.length; right++) {
    const previous = lastSeen.get(text[right]);
    // A copy to the left of the window does no harm: the edge never moves back.
    if (previous !== undefined && previous >= left) left = previous + 1;
    lastSeen.set(text[right], right);
    longest = Math.max(longest, right - left + 1);
  }
  return longest;
}
