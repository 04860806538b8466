// Mistake: brings in the carries once, with a plain or, although carries can cause further carries.
function getSum(a: number, b: number): number {
  const sum = a ^ b;
  const carry = (a & b) << 1;
  return (sum ^ carry) | ((sum & carry) << 1);
}
