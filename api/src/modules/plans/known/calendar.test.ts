import { describe, expect, it } from 'vitest'
import { dayLimit } from '../../learner-day/learner-day.models.ts'
import { PlanningError } from '../planning-error.ts'
import { planWindow } from './calendar.ts'

const timing = {
  timeline_weeks: 4,
  hours_per_week: 10,
  study_days: [1, 2, 3, 4, 5, 6, 7],
  interview_date: null,
}

describe('the window of a plan', () => {
  it('starts today when today is a study day, and lasts at most four weeks', () => {
    const window = planWindow({ ...timing, timeline_weeks: 52 }, '2026-03-02')
    expect(window).toMatchObject({ start: '2026-03-02', end: '2026-03-29' })
    expect(window.weeks.map(({ index }) => index)).toEqual([1, 2, 3, 4])
    expect(window.studyDays).toHaveLength(28)
  })

  it('starts on the next study day within the week', () => {
    const window = planWindow({ ...timing, study_days: [7], timeline_weeks: 2 }, '2026-03-02')
    expect(window).toMatchObject({
      start: '2026-03-08',
      end: '2026-03-21',
      studyDays: ['2026-03-08', '2026-03-15'],
    })
  })

  it('never goes past the interview, and gives the cut week its share of the hours', () => {
    const window = planWindow({ ...timing, interview_date: '2026-03-11' }, '2026-03-02')
    expect(window.end).toBe('2026-03-11')
    expect(window.weeks.map(({ minutes }) => minutes)).toEqual([600, 257])
  })

  it.each([
    ['2026-03-28', 'Europe in spring'],
    ['2026-10-24', 'Europe in autumn'],
    ['2026-03-07', 'America in spring'],
    ['2028-02-28', 'a leap day'],
    ['2026-12-30', 'a new year'],
  ])('counts every day once from %s, over the change of clocks in %s', (today) => {
    const { studyDays } = planWindow(timing, today)
    expect(new Set(studyDays).size).toBe(28)
    expect(studyDays).toEqual([...studyDays].sort())
  })

  it('refuses an interview that has passed, at its field', () => {
    expect(refusal({ ...timing, interview_date: '2026-03-01' })).toBe('interview_date')
  })

  it('refuses an interview before the first study day, at the study days', () => {
    expect(refusal({ ...timing, study_days: [6], interview_date: '2026-03-04' })).toBe('study_days')
  })

  it('plans a single day when the interview is today', () => {
    expect(planWindow({ ...timing, interview_date: '2026-03-02' }, '2026-03-02').studyDays).toEqual([
      '2026-03-02',
    ])
  })
})

describe('the most minutes of a day', () => {
  it('is one and a half times an even day, and never under 45', () => {
    expect(dayLimit({ ...timing, study_days: [1, 3, 5] })).toBe(300)
    expect(dayLimit({ ...timing, hours_per_week: 1 })).toBe(45)
  })
})

function refusal(intake: Parameters<typeof planWindow>[0]): string | null {
  try {
    planWindow(intake, '2026-03-02')
    return null
  } catch (error) {
    return error instanceof PlanningError ? error.field : 'another error'
  }
}
