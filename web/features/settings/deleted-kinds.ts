import { type DeletedKind, deletedKinds as kinds } from '@codify/api/contract'

const labels: Record<DeletedKind, string> = {
  intake: 'Answers to the questionnaire, and their embedding',
  settings: 'Settings of your days',
  breaks: 'Days off',
  plans: 'Plans',
  plan_changes: 'Changes of plans that could be undone',
  generations: 'Records of how plans were made',
  attempts: 'Attempts',
  standings: 'Where you stand with each problem',
  reviews: 'When each problem comes back',
  notes: 'Notes',
  own_problems: 'Problems of your own',
  code_drafts: 'Code you were writing',
  submissions: 'Submissions',
  hints: 'What the model told you about your code',
  interviews: 'Interviews',
  upvotes: 'Upvotes',
  comments: 'Comments',
  reports: 'Reports of comments',
  calendar: 'Your private calendar address',
  calendar_events: 'What your calendar was told',
  reminders: 'Daily mails and the address they go to',
  reminder_sends: 'Days on which a mail was sent',
}

/** What is held on a learner and goes with the account, as the API counts it. */
export const deletedKinds = kinds.map((key) => ({ key, label: labels[key] }))
