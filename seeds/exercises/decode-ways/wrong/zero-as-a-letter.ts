// Mistake: a 0 alone is counted as a letter like any other digit.
function numDecodings(digits: string): number {
  let twoBack = 0;
  let oneBack = 1;
  for (let i = 0; i < digits.length; i++) {
    const pair = i > 0 ? Number(digits.slice(i - 1, i + 1)) : 0;
    let ways = oneBack;
    if (pair >= 10 && pair <= 26) ways += twoBack;
    [twoBack, oneBack] = [oneBack, ways];
  }
  return digits.startsWith("0") ? 0 : oneBack;
}
