// Mistake: the position found is tested for truth, and position 0 counts as not found.
function twoSum(nums: number[], target: number): number[] {
  const positions = new Map<number, number>();
  for (const [position, value] of nums.entries()) {
    const partner = positions.get(target - value);
    if (partner) return [partner, position];
    positions.set(value, position);
  }
  return [];
}
