// Mistake: a closing bracket that meets an empty stack is skipped.
function isValid(text: string): boolean {
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  const stack: string[] = [];
  for (const bracket of text) {
    if (!(bracket in pairs)) {
      stack.push(bracket);
    } else if (stack.length > 0) {
      if (stack.pop() !== pairs[bracket]) return false;
    }
  }
  return stack.length === 0;
}
