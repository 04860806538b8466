function minWindow(text: string, letters: string): string {
  const needed = new Map<string, number>();
  for (const letter of letters) needed.set(letter, (needed.get(letter) ?? 0) + 1);
  let best = "";
  // Every start counts its own window from nothing.
  for (let start = 0; start < text.length; start += 1) {
    const lack = new Map(needed);
    let missing = letters.length;
    for (let end = start; end < text.length; end += 1) {
      const count = lack.get(text[end]) ?? 0;
      if (count > 0) missing -= 1;
      lack.set(text[end], count - 1);
      if (missing === 0) {
        if (best === "" || end - start + 1 < best.length) best = text.slice(start, end + 1);
        break;
      }
    }
  }
  return best;
}
