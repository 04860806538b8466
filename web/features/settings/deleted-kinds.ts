/** What deleting an account removes, as the API counts it. */
export const deletedKinds = [
  { key: 'intake', label: 'Intake answers and their embedding' },
  { key: 'plans', label: 'Plans' },
  { key: 'generations', label: 'Records of how plans were made' },
  { key: 'attempts', label: 'Attempts' },
  { key: 'notes', label: 'Notes' },
  { key: 'own_problems', label: 'Problems of your own' },
  { key: 'code_drafts', label: 'Code you were writing' },
  { key: 'submissions', label: 'Submissions' },
  { key: 'hints', label: 'What the model told you about your code' },
  { key: 'interviews', label: 'Interviews' },
  { key: 'upvotes', label: 'Upvotes' },
  { key: 'comments', label: 'Comments' },
  { key: 'reports', label: 'Reports of comments' },
  { key: 'reminders', label: 'Daily mails and the address they went to' },
] as const
