/** What an import brings, as the API counts it. */
export const importedKinds = [
  { key: 'intake', label: 'Intake' },
  { key: 'plans', label: 'Plans' },
  { key: 'attempts', label: 'Attempts' },
  { key: 'notes', label: 'Notes' },
  { key: 'own_problems', label: 'Problems of your own' },
  { key: 'upvotes', label: 'Upvotes' },
  { key: 'comments', label: 'Comments' },
] as const
