// Mistake: nobody looks whether something is left on the stack at the end.
function isValid(text: string): boolean {
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  const stack: string[] = [];
  for (const bracket of text) {
    if (!(bracket in pairs)) stack.push(bracket);
    else if (stack.pop() !== pairs[bracket]) return false;
  }
  return true;
}
