function countPalindromes(text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const piece = text.slice(start, end);
      if (piece === [...piece].reverse().join("")) count++;
    }
  }
  return count;
}
