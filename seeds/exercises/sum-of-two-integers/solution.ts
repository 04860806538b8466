function getSum(a: number, b: number): number {
  let sum = a;
  let carry = b;
  while (carry !== 0) {
    // Bits that are 1 in both go one place to the left; the others are added without a carry.
    [sum, carry] = [sum ^ carry, (sum & carry) << 1];
  }
  return sum;
}
