// Mistake: the letters are treated as a set, so a letter that is needed twice is asked for once.
function minWindow(text: string, letters: string): string {
  const needed = new Set(letters);
  const inside = new Map<string, number>();
  let best = "";
  let start = 0;
  for (let end = 0; end < text.length; end += 1) {
    if (needed.has(text[end])) inside.set(text[end], (inside.get(text[end]) ?? 0) + 1);
    while (inside.size === needed.size) {
      if (best === "" || end - start + 1 < best.length) best = text.slice(start, end + 1);
      const count = inside.get(text[start]);
      if (count === 1) inside.delete(text[start]);
      else if (count !== undefined) inside.set(text[start], count - 1);
      start += 1;
    }
  }
  return best;
}
