// Mistake: forgets that a capital letter is the same as its small one.
function isPalindrome(text: string): boolean {
  const letters = text.replace(/[^A-Za-z0-9]/g, "");
  return letters === [...letters].reverse().join("");
}
