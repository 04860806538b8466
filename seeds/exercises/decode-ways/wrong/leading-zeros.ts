// Mistake: reads 01 to 09 as letters, because only the upper border of two digits is checked.
function numDecodings(digits: string): number {
  let twoBack = 0;
  let oneBack = 1;
  for (let i = 0; i < digits.length; i++) {
    let ways = digits[i] === "0" ? 0 : oneBack;
    if (i > 0 && Number(digits.slice(i - 1, i + 1)) <= 26) ways += twoBack;
    [twoBack, oneBack] = [oneBack, ways];
  }
  return oneBack;
}
