function canBreak(text: string, words: string[]): boolean {
  const known = new Set(words);
  const longest = Math.max(0, ...words.map((word) => word.length));
  // reachable[end]: the first `end` characters can be cut into words.
  const reachable = new Array<boolean>(text.length + 1).fill(false);
  reachable[0] = true;
  for (let end = 1; end <= text.length; end++) {
    for (let start = end - 1; start >= Math.max(0, end - longest); start--) {
      if (reachable[start] && known.has(text.slice(start, end))) {
        reachable[end] = true;
        break;
      }
    }
  }
  return reachable[text.length];
}
