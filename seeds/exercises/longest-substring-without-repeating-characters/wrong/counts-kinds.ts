// Mistake: counts the different characters of the whole text instead of those of one piece.
function lengthOfLongestSubstring(text: string): number {
  return new Set(text).size;
}
