// Mistake: puts the new interval down only when a later one comes, so at the end of the list it is lost.
function insertInterval(intervals: number[][], added: number[]): number[][] {
  const result: number[][] = [];
  let [start, end] = added;
  let placed = false;
  for (const one of intervals) {
    if (one[1] < start) {
      result.push(one);
    } else if (one[0] > end) {
      if (!placed) result.push([start, end]);
      placed = true;
      result.push(one);
    } else {
      start = Math.min(start, one[0]);
      end = Math.max(end, one[1]);
    }
  }
  return result;
}
