// Mistake: different letters can have the same sum of codes.
function isAnagram(first: string, second: string): boolean {
  const sum = (word: string) => [...word].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return first.length === second.length && sum(first) === sum(second);
}
