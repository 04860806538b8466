function twoSum(nums: number[], target: number): number[] {
  const positions = new Map<number, number>();
  for (const [position, value] of nums.entries()) {
    const partner = positions.get(target - value);
    if (partner !== undefined) return [partner, position];
    // Recorded only after the look-up, so that no number is its own partner.
    positions.set(value, position);
  }
  return [];
}
