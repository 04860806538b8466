function isPalindrome(text: string): boolean {
  let total = 0;
  for (const char of text) if (counts(char)) total++;
  for (let i = 0; i < Math.floor(total / 2); i++) {
    if (nthThatCounts(text, i) !== nthThatCounts(text, total - 1 - i)) return false;
  }
  return true;
}

function nthThatCounts(text: string, n: number): string {
  let left = n;
  for (const char of text) {
    if (!counts(char)) continue;
    if (left === 0) return char.toLowerCase();
    left--;
  }
  return "";
}

function counts(char: string): boolean {
  return /[a-z0-9]/i.test(char);
}
