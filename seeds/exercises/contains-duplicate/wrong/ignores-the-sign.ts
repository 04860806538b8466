// Mistake: drops the sign to make the values easier to index, so a number and its negative count as equal.
function containsDuplicate(nums: number[]): boolean {
  const seen: Record<string, boolean> = {};
  for (const num of nums) {
    const key = String(Math.abs(num));
    if (seen[key]) return true;
    seen[key] = true;
  }
  return false;
}
