// Mistake: throws the whole window away at a repeat and begins anew with the current character.
function lengthOfLongestSubstring(text: string): number {
  let seen = new Set<string>();
  let longest = 0;
  for (const char of text) {
    if (seen.has(char)) seen = new Set();
    seen.add(char);
    longest = Math.max(longest, seen.size);
  }
  return longest;
}
