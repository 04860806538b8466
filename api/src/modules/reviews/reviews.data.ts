import type { LearnerData } from '../../shared/learner-data.ts'

export const reviewsData = {
  table: 'review_cards',
  label: 'When each problem comes back',
} satisfies LearnerData
