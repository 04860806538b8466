function longestConsecutive(nums: number[]): number {
  const present = new Set(nums);
  let longest = 0;
  // Counts upwards from every number, so a run is walked through once for each of its members.
  for (const num of nums) {
    let next = num + 1;
    while (present.has(next)) next += 1;
    longest = Math.max(longest, next - num);
  }
  return longest;
}
