function isAnagram(first: string, second: string): boolean {
  if (first.length !== second.length) return false;
  const a = "a".charCodeAt(0);
  const counts = new Array<number>(26).fill(0);
  for (let i = 0; i < first.length; i += 1) {
    counts[first.charCodeAt(i) - a] += 1;
    counts[second.charCodeAt(i) - a] -= 1;
  }
  return counts.every((count) => count === 0);
}
