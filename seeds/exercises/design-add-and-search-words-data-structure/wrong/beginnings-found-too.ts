// Mistake: is content when the pattern can be walked to its end, whether or not a word ends there.
class WordDictionary {
  private beginnings = new Set<string>();

  addWord(word: string): void {
    for (let length = 1; length <= word.length; length++) {
      this.beginnings.add(word.slice(0, length));
    }
  }

  search(pattern: string): boolean {
    for (const beginning of this.beginnings) {
      if (beginning.length !== pattern.length) continue;
      if ([...pattern].every((char, i) => char === "." || char === beginning[i])) return true;
    }
    return false;
  }
}
