import { dayAfter, dayAt, type LearnerDay, momentOfDay } from '../learner-day/learner-day.models.ts'
import type { Today } from '../today/today.schemas.ts'

/** The first moment after `now` at which it is `hour` for the learner; where a clock change skips it, what follows. */
export function nextSend(options: { now: Date; hour: number; learnerDay: LearnerDay }): Date {
  const { now, hour, learnerDay } = options
  for (let day = dayAt(now, learnerDay); ; day = dayAfter(day, learnerDay)) {
    const moment = momentOfDay(day, `${hour}:00`, learnerDay)
    if (moment > now) return moment
  }
}

export type Mail = { subject: string; text: string; headers: Record<string, string> }

/** The words of a day's mail; undefined when there is nothing to do that day. It carries titles of problems only. */
export function reminderMail(options: { today: Today; webUrl: string; key: string }): Mail | undefined {
  const { today, webUrl, key } = options
  const last = today.stop_after
  if (today.state !== 'ready' || last === null) return undefined
  const open = today.items.slice(0, last + 1).filter(({ status }) => status === 'open')
  if (open.length === 0) return undefined
  const minutes = open.reduce((sum, item) => sum + item.minutes, 0)
  const count = open.length === 1 ? 'One problem' : `${open.length} problems`
  const unsubscribe = `${webUrl}/unsubscribe?key=${encodeURIComponent(key)}`
  return {
    subject: `${count} for today, ${minutes} minutes`,
    text: [
      'Today in your plan:',
      '',
      ...open.map(
        (item) =>
          `- ${item.title} (${item.kind === 'review' ? 'review' : item.difficulty}, ${item.minutes} min)`,
      ),
      '',
      `${webUrl}/today`,
      '',
      `No more of these mails: ${unsubscribe}`,
      '',
    ].join('\n'),
    // RFC 8058: the mail program itself can end the mails, with one press.
    headers: {
      'List-Unsubscribe': `<${webUrl}/unsubscribe/now?key=${encodeURIComponent(key)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

/** Minutes until a mail that the server did not take is tried again; after these it is given up for the day. */
const retryMinutes = [1, 5, 15]

/** When to try again after `tries` tries, or undefined. */
export function nextTry({ tries, now }: { tries: number; now: Date }): Date | undefined {
  const minutes = retryMinutes[tries - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000)
}
