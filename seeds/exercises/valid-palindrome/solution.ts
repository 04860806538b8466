function isPalindrome(text: string): boolean {
  let left = 0;
  let right = text.length - 1;
  while (left < right) {
    if (!counts(text[left])) left++;
    else if (!counts(text[right])) right--;
    else if (text[left].toLowerCase() !== text[right].toLowerCase()) return false;
    else {
      left++;
      right--;
    }
  }
  return true;
}

function counts(char: string): boolean {
  return /[a-z0-9]/i.test(char);
}
