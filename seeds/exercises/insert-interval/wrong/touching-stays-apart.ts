// Mistake: intervals that only touch are left apart.
function insertInterval(intervals: number[][], added: number[]): number[][] {
  const result: number[][] = [];
  let [start, end] = added;
  let at = 0;
  while (at < intervals.length && intervals[at][1] <= start) result.push(intervals[at++]);
  while (at < intervals.length && intervals[at][0] < end) {
    start = Math.min(start, intervals[at][0]);
    end = Math.max(end, intervals[at][1]);
    at += 1;
  }
  return [...result, [start, end], ...intervals.slice(at)];
}
