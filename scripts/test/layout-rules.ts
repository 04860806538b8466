import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser'

/** They may reach for whatever they hold together. */
const TESTS = '\\.test\\.ts$|/testing[^/]*(\\.ts$|/)|(^|/)test/'
/** Modules around plans that still need each other. */
const KNOT = '^api/src/modules/(intake|plans|progress|readiness|retrieval|today)$'

function rule(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, comment, severity: 'error', from, to }
}

/** Who may import whom (docs/architecture.md, "Rules of the layout"). */
export const layoutRules: IRegularForbiddenRuleType[] = [
  rule(
    'no-cycles',
    'Files that need each other, be it for a type, are one file or miss a third.',
    {},
    { circular: true },
  ),
  {
    ...rule(
      'no-module-cycles',
      'A module of the API is understood with those below it.',
      { path: '^api/src/modules/[^/]+$', pathNot: KNOT },
      { circular: true },
    ),
    scope: 'folder',
  },
  rule(
    'modules-below-app',
    'What modules and the HTTP application share lives in api/src/shared.',
    { path: '^api/src/(modules|shared|config)/' },
    { path: '^api/src/app/' },
  ),
  rule(
    'shared-below-modules',
    'api/src/shared knows no feature.',
    { path: '^api/src/shared/' },
    { path: '^api/src/(modules|config)/' },
  ),
  rule(
    'sql-in-repositories',
    'Statements are in *.repository.ts and *.sql.ts alone.',
    {
      path: '^api/src/(modules|app)/',
      pathNot: ['\\.(repository|sql)\\.ts$', '^api/src/app/prepare-database\\.ts$'],
    },
    { path: 'node_modules/(kysely|pg|pgvector)/' },
  ),
  rule(
    'web-decides-nothing',
    'web knows of the API its contract, and of seeds the judge.',
    { path: '^web/' },
    {
      path: '^(api|db|seeds)/',
      pathNot: '^(api/src/(contract|shared/guard-server|shared/start-tracing)\\.ts|seeds/src/judge/)',
    },
  ),
  rule(
    'web-without-database',
    'web has no database.',
    { path: '^web/' },
    { path: 'node_modules/(kysely|pg|pgvector|@electric-sql)/' },
  ),
  rule('nothing-above-web', 'Nothing imports web.', { path: '^(api|db|seeds)/' }, { path: '^web/' }),
  rule('db-knows-tables', 'db knows tables and no feature.', { path: '^db/' }, { path: '^(api|seeds|web)/' }),
  rule('seeds-above-db', 'seeds knows db alone.', { path: '^seeds/' }, { path: '^(api|web)/' }),
  rule(
    'scripts-on-top',
    'The product does not need its scripts.',
    { path: '^(api|db|seeds|web)/' },
    { path: '^scripts/' },
  ),
]

export const layoutOptions: ICruiseOptions = {
  parser: 'tsc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: [TESTS, '(^|/)(\\.next|\\.data)/|^seeds/exercises/|^web/public/'] },
  validate: true,
  ruleSet: { forbidden: layoutRules },
}
