// Mistake: takes the first match of each letter, however far on it lies.
function longestCommonSubsequence(first: string, second: string): number {
  let length = 0;
  let from = 0;
  for (const letter of first) {
    const at = second.indexOf(letter, from);
    if (at === -1) continue;
    length += 1;
    from = at + 1;
  }
  return length;
}
