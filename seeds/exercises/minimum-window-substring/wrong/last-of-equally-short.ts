// Mistake: an equally short window replaces the earlier one.
function minWindow(text: string, letters: string): string {
  const lack = new Map<string, number>();
  for (const letter of letters) lack.set(letter, (lack.get(letter) ?? 0) + 1);
  let missing = letters.length;
  let best = "";
  let start = 0;
  for (let end = 0; end < text.length; end += 1) {
    const entering = lack.get(text[end]) ?? 0;
    lack.set(text[end], entering - 1);
    if (entering > 0) missing -= 1;
    while (missing === 0) {
      if (best === "" || end - start + 1 <= best.length) best = text.slice(start, end + 1);
      const leaving = (lack.get(text[start]) ?? 0) + 1;
      lack.set(text[start], leaving);
      if (leaving > 0) missing += 1;
      start += 1;
    }
  }
  return best;
}
