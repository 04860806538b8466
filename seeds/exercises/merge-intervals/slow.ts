function mergeIntervals(intervals: number[][]): number[][] {
  let stretches = intervals;
  for (;;) {
    const pair = findPair(stretches);
    if (!pair) return stretches;
    const [a, b] = pair;
    const joined = [
      Math.min(stretches[a][0], stretches[b][0]),
      Math.max(stretches[a][1], stretches[b][1]),
    ];
    // Puts the joined stretch in and starts over from the beginning.
    stretches = [joined, ...stretches.filter((_, i) => i !== a && i !== b)];
  }
}

function findPair(stretches: number[][]): [number, number] | null {
  for (let a = 0; a < stretches.length; a++) {
    for (let b = a + 1; b < stretches.length; b++) {
      if (stretches[a][0] <= stretches[b][1] && stretches[b][0] <= stretches[a][1]) return [a, b];
    }
  }
  return null;
}
