function lengthOfLongestSubstring(text: string): number {
  let longest = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const piece = text.slice(start, end);
      if (new Set(piece).size === piece.length) longest = Math.max(longest, piece.length);
    }
  }
  return longest;
}
