// Mistake: takes the end of the interval merged last, even when the new one reaches further.
function insertInterval(intervals: number[][], added: number[]): number[][] {
  const sorted = [...intervals, added].sort((a, b) => a[0] - b[0]);
  const result: number[][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else result.push([start, end]);
  }
  return result;
}
