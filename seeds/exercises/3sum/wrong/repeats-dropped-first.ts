// Mistake: drops repeated numbers beforehand, so a balance can never use a number twice.
function threeSum(nums: number[]): number[][] {
  const sorted = [...new Set(nums)].sort((a, b) => a - b);
  const triples: number[][] = [];
  for (let i = 0; i < sorted.length - 2; i++) {
    let left = i + 1;
    let right = sorted.length - 1;
    while (left < right) {
      const sum = sorted[i] + sorted[left] + sorted[right];
      if (sum < 0) left++;
      else if (sum > 0) right--;
      else triples.push([sorted[i], sorted[left++], sorted[right--]]);
    }
  }
  return triples;
}
