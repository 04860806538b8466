// Mistake: a carry with its top bit set counts as negative, so the loop ends too early.
function getSum(a: number, b: number): number {
  let sum = a;
  let carry = b;
  while (carry > 0) {
    const next = (sum & carry) << 1;
    sum ^= carry;
    carry = next;
  }
  return sum;
}
