// Mistake: it checks that the first word fits into the second, not that nothing is left over.
function isAnagram(first: string, second: string): boolean {
  const counts = new Map<string, number>();
  for (const letter of second) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of first) {
    const left = counts.get(letter) ?? 0;
    if (left === 0) return false;
    counts.set(letter, left - 1);
  }
  return true;
}
