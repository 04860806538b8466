function topKFrequent(nums: number[], k: number): number[] {
  const counts = new Map<number, number>();
  for (const num of nums) counts.set(num, (counts.get(num) ?? 0) + 1);

  // buckets[count]: the numbers that occur exactly that often.
  const buckets: number[][] = Array.from({ length: nums.length + 1 }, () => []);
  for (const [num, count] of counts) buckets[count].push(num);

  const top: number[] = [];
  for (let count = nums.length; top.length < k; count--) {
    for (const num of buckets[count]) top.push(num);
  }
  return top;
}
