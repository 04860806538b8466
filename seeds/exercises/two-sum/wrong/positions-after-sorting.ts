// Mistake: the positions returned are those in the sorted copy, not those in the list.
function twoSum(nums: number[], target: number): number[] {
  const sorted = [...nums].sort((a, b) => a - b);
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const sum = sorted[low] + sorted[high];
    if (sum === target) return [low, high];
    if (sum < target) low += 1;
    else high -= 1;
  }
  return [];
}
