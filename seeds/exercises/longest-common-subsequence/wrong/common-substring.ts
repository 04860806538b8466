// Mistake: looks for letters that stand next to each other: the longest common substring.
function longestCommonSubsequence(first: string, second: string): number {
  let longest = 0;
  let above: number[] = new Array(second.length + 1).fill(0);
  for (const letter of first) {
    const row = [0];
    for (let j = 1; j <= second.length; j++) {
      row[j] = letter === second[j - 1] ? above[j - 1] + 1 : 0;
      longest = Math.max(longest, row[j]);
    }
    above = row;
  }
  return longest;
}
