// Mistake: the map is filled first, so a number that is half of the target finds itself.
function twoSum(nums: number[], target: number): number[] {
  const positions = new Map<number, number>();
  for (const [position, value] of nums.entries()) positions.set(value, position);
  for (const [position, value] of nums.entries()) {
    const partner = positions.get(target - value);
    if (partner !== undefined) return [position, partner];
  }
  return [];
}
