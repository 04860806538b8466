// Mistake: removes what \W matches, and \W leaves the underscore in.
function isPalindrome(text: string): boolean {
  const letters = text.toLowerCase().replace(/\W/g, "");
  return letters === [...letters].reverse().join("");
}
