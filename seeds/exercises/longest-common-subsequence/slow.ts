function longestCommonSubsequence(first: string, second: string): number {
  // The same pairs of beginnings are looked at again and again.
  function best(i: number, j: number): number {
    if (i === 0 || j === 0) return 0;
    if (first[i - 1] === second[j - 1]) return best(i - 1, j - 1) + 1;
    return Math.max(best(i - 1, j), best(i, j - 1));
  }
  return best(first.length, second.length);
}
