// Mistake: looks for a gap between sorted neighbours and forgets that 0 may be the one that is lost.
function missingNumber(nums: number[]): number {
  const sorted = [...nums].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] - sorted[i - 1] > 1) return sorted[i] - 1;
  }
  return sorted[sorted.length - 1] + 1;
}
