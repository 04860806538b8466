function numDecodings(digits: string): number {
  let twoBack = 0; // ways for all but the last two digits
  let oneBack = 1; // ways for all but the last digit
  for (let i = 0; i < digits.length; i++) {
    const pair = i > 0 ? Number(digits.slice(i - 1, i + 1)) : 0;
    let ways = digits[i] === "0" ? 0 : oneBack;
    if (pair >= 10 && pair <= 26) ways += twoBack;
    [twoBack, oneBack] = [oneBack, ways];
  }
  return oneBack;
}
