function numDecodings(digits: string): number {
  // Both readings at every place, without remembering any result.
  function ways(from: number): number {
    if (from === digits.length) return 1;
    if (digits[from] === "0") return 0;
    const two = from + 1 < digits.length && Number(digits.slice(from, from + 2)) <= 26;
    return ways(from + 1) + (two ? ways(from + 2) : 0);
  }
  return ways(0);
}
