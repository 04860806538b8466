function topKFrequent(nums: number[], k: number): number[] {
  // Reads the whole list again for each different number.
  const counted = [...new Set(nums)].map((num) => {
    let count = 0;
    for (const other of nums) if (other === num) count++;
    return { num, count };
  });
  return counted
    .sort((a, b) => b.count - a.count)
    .slice(0, k)
    .map(({ num }) => num);
}
