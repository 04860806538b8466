// Mistake: counts the letters that occur in both texts, without regard to their order.
function longestCommonSubsequence(first: string, second: string): number {
  const counts = new Map<string, number>();
  for (const letter of first) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let common = 0;
  for (const letter of second) {
    const left = counts.get(letter) ?? 0;
    if (left === 0) continue;
    counts.set(letter, left - 1);
    common += 1;
  }
  return common;
}
