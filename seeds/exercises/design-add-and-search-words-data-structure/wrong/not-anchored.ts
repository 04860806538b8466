// Mistake: uses the pattern as a regular expression without tying it to both ends of the word.
class WordDictionary {
  private words = new Set<string>();

  addWord(word: string): void {
    this.words.add(word);
  }

  search(pattern: string): boolean {
    const expression = new RegExp(pattern);
    for (const word of this.words) {
      if (expression.test(word)) return true;
    }
    return false;
  }
}
