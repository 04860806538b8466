function longestConsecutive(nums: number[]): number {
  const present = new Set(nums);
  let longest = 0;
  for (const num of present) {
    // Only the first number of a run is followed, so every run is walked through once.
    if (present.has(num - 1)) continue;
    let next = num + 1;
    while (present.has(next)) next += 1;
    longest = Math.max(longest, next - num);
  }
  return longest;
}
