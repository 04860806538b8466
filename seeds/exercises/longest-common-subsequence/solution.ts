function longestCommonSubsequence(first: string, second: string): number {
  // above[j]: the answer for the letters of `first` so far and the first j letters of `second`.
  let above: number[] = new Array(second.length + 1).fill(0);
  for (const letter of first) {
    const row = [0];
    for (let j = 1; j <= second.length; j++) {
      row[j] = letter === second[j - 1] ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
    }
    above = row;
  }
  return above[second.length];
}
