// Mistake: adds every column by itself and loses all carries.
function getSum(a: number, b: number): number {
  return a ^ b;
}
