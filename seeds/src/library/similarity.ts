import { wordsOf } from './parse-page.ts'

export type Sentence = { page: string; text: string }
export type Twin = { sentence: Sentence; other: Sentence; similarity: number }

/** Shorter sentences ("Both are O(n).") are alike by chance. */
const LEAST_WORDS = 7

/**
 * The sentences that nearly repeat one of another page. Similarity is the Jaccard index of their word trigrams, 0 to 1;
 * a sentence is reported once, with the one most like it.
 */
export function findTwins(sentences: Sentence[], most: number): Twin[] {
  const all = sentences
    .map((sentence) => ({ sentence, grams: trigrams(wordsOf(sentence.text)) }))
    .filter(({ grams }) => grams.size >= LEAST_WORDS - 2)
  const holders = new Map<string, number[]>()
  const twins: Twin[] = []
  for (const [at, { sentence, grams }] of all.entries()) {
    const shared = new Map<number, number>()
    for (const gram of grams)
      for (const holder of holders.get(gram) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1)
    let best: Twin | null = null
    for (const [holder, count] of shared) {
      const other = all[holder]
      if (other === undefined || other.sentence.page === sentence.page) continue
      const similarity = count / (grams.size + other.grams.size - count)
      if (similarity > most && similarity > (best?.similarity ?? 0))
        best = { sentence, other: other.sentence, similarity }
    }
    if (best) twins.push(best)
    for (const gram of grams) holders.set(gram, [...(holders.get(gram) ?? []), at])
  }
  return twins
}

function trigrams(words: string[]): Set<string> {
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`))
}
