function longestUniformRun(text: string, changes: number): number {
  let longest = 0;
  for (let start = 0; start < text.length; start++) {
    const counts = new Map<string, number>();
    let highest = 0;
    for (let end = start; end < text.length; end++) {
      const count = (counts.get(text[end]) ?? 0) + 1;
      counts.set(text[end], count);
      highest = Math.max(highest, count);
      if (end - start + 1 - highest <= changes) longest = Math.max(longest, end - start + 1);
    }
  }
  return longest;
}
