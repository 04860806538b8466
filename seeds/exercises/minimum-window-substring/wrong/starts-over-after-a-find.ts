// Mistake: after a window is found the search starts over behind it, so overlapping windows are missed.
function minWindow(text: string, letters: string): string {
  const fresh = () => {
    const lack = new Map<string, number>();
    for (const letter of letters) lack.set(letter, (lack.get(letter) ?? 0) + 1);
    return lack;
  };
  let lack = fresh();
  let missing = letters.length;
  let best = "";
  let start = 0;
  for (let end = 0; end < text.length; end += 1) {
    const entering = lack.get(text[end]) ?? 0;
    lack.set(text[end], entering - 1);
    if (entering > 0) missing -= 1;
    if (missing > 0) continue;
    while ((lack.get(text[start]) ?? 0) < 0) {
      lack.set(text[start], (lack.get(text[start]) ?? 0) + 1);
      start += 1;
    }
    if (best === "" || end - start + 1 < best.length) best = text.slice(start, end + 1);
    lack = fresh();
    missing = letters.length;
    start = end + 1;
  }
  return best;
}
