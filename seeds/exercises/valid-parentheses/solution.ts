function isValid(text: string): boolean {
  const opening = new Map([
    [")", "("],
    ["]", "["],
    ["}", "{"],
  ]);
  const open: string[] = [];
  for (const bracket of text) {
    const partner = opening.get(bracket);
    if (partner === undefined) open.push(bracket);
    else if (open.pop() !== partner) return false;
  }
  return open.length === 0;
}
