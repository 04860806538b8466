// Mistake: with a single row, the value from the upper left is overwritten before it is used.
function longestCommonSubsequence(first: string, second: string): number {
  const row: number[] = new Array(second.length + 1).fill(0);
  for (const letter of first) {
    for (let j = 1; j <= second.length; j++) {
      row[j] = letter === second[j - 1] ? row[j - 1] + 1 : Math.max(row[j], row[j - 1]);
    }
  }
  return row[second.length];
}
