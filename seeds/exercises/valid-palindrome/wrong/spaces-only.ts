// Mistake: passes over spaces but compares all other signs.
function isPalindrome(text: string): boolean {
  const letters = text.toLowerCase().replaceAll(" ", "");
  return letters === [...letters].reverse().join("");
}
