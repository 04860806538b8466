// Mistake: comparing the sets of letters forgets how often each letter occurs.
function isAnagram(first: string, second: string): boolean {
  const left = new Set(first);
  const right = new Set(second);
  return first.length === second.length && left.size === right.size && [...left].every((letter) => right.has(letter));
}
