/** How much a role draws on each topic, 0–5, and the words that people use for it. */
export type Role = {
  slug: string
  title: string
  words: string[]
  reason: string
  weights: Record<string, number>
}

const GENERAL_ROLE = 'software'

export type RoleWeights = {
  /** The known roles that the learner's words stand for; empty when none is known. */
  roles: Role[]
  /** By topic, adding up to 1. */
  weights: Map<string, number>
}

/**
 * The weight of each topic for a learner's roles: the mean over the roles that are known by name or by a common word for
 * them, and the same for every topic where none is. The longest word that fits decides.
 */
export function weighTopics(
  roles: readonly Role[],
  topics: readonly { slug: string }[],
  targets: readonly string[],
): RoleWeights {
  const known = [...new Set(targets.flatMap((target) => findRole(roles, target) ?? []))]
  const raw = topics.map(({ slug }) =>
    known.length === 0 ? 1 : known.reduce((sum, { weights }) => sum + (weights[slug] ?? 0), 0),
  )
  const total = raw.reduce((sum, one) => sum + one, 0) || 1
  return { roles: known, weights: new Map(topics.map(({ slug }, at) => [slug, (raw[at] ?? 0) / total])) }
}

/** The role that a text names; undefined when it names none. "Engineer" alone is the general role, beside any other it is not. */
export function findRole(roles: readonly Role[], text: string): Role | undefined {
  const said = ` ${plain(text)} `
  const named = roles.flatMap((role) => {
    const words = [role.title, role.slug, ...role.words]
      .map(plain)
      .filter((word) => said.includes(` ${word} `))
    return words.length === 0 ? [] : [{ role, length: Math.max(...words.map((word) => word.length)) }]
  })
  const special = named.filter(({ role }) => role.slug !== GENERAL_ROLE)
  return (special.length > 0 ? special : named).sort((a, b) => b.length - a.length)[0]?.role
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}
