// Mistake: sorts without a comparison function, so 10 comes before 2.
function missingNumber(nums: number[]): number {
  const sorted = [...nums].sort();
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] !== i) return i;
  }
  return sorted.length;
}
