// Mistake: adds all replacements to the highest count of the whole text, wherever those letters stand.
function longestUniformRun(text: string, changes: number): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return Math.min(text.length, Math.max(...counts.values()) + changes);
}
