/** A problem that the learner met, as a card shows it. */
export type CardFacts = {
  id: string
  title: string
  url: string
  topic: string
  difficulty: string
  patterns: string[]
  note: string | null
}

/** Directives that Anki reads first: separator, identity column and tags column. */
const head = [
  '#separator:tab',
  '#html:false',
  '#notetype:Basic',
  '#deck:Codify',
  '#guid column:1',
  '#tags column:4',
  '#columns:Id\tFront\tBack\tTags',
]

/** Cards as a tab-separated file for Anki. The first column makes a second import update the cards of the first. */
export function toAnki(cards: CardFacts[]): string {
  const rows = cards.map(({ id, title, url, topic, difficulty, patterns, note }) => {
    const front = `${title}\n${difficulty}\n${url}`
    const back = [patterns.length > 0 ? patterns.map(words).join(', ') : words(topic), note ?? '']
    const tags = [
      'codify',
      `topic::${topic}`,
      `difficulty::${difficulty}`,
      ...patterns.map((pattern) => `pattern::${pattern}`),
    ]
    return [id, front, back.filter((part) => part !== '').join('\n\n'), tags.join(' ')].map(field).join('\t')
  })
  return `${[...head, ...rows].join('\n')}\n`
}

const words = (slug: string) => slug.replaceAll('-', ' ')

/** In quotes, a field may hold what parts fields and lines; quotes in it are doubled. */
function field(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n')
  return /["\t\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
