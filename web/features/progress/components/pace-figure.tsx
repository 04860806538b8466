import type { DifficultyPace } from '@codify/api/contract'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { count } from '@/lib/count.ts'
import { difficultyWords, paceInWords } from '../words.ts'
import { Figure } from './figure.tsx'

/** Estimated against actual minutes of first solves. */
export function PaceFigure({ paces }: { paces: readonly DifficultyPace[] }) {
  const most = Math.max(1, ...paces.flatMap(({ estimated, actual }) => [estimated ?? 0, actual ?? 0]))
  const common = { id: 'pace', title: 'Pace by difficulty', says: paceInWords(paces) }
  if (paces.every(({ solves }) => solves === 0)) return <Figure {...common} />
  return (
    <Figure {...common}>
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">
          Estimated and actual minutes of first solves, in the middle of each
        </caption>
        <thead className="text-subtle text-xs">
          <tr>
            <th scope="col" className="pb-2 font-medium">
              Difficulty
            </th>
            <th scope="col" className="pb-2 pl-4 font-medium">
              Estimated
            </th>
            <th scope="col" className="pb-2 pl-4 font-medium">
              You took
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border border-border border-t">
          {paces.map(({ difficulty, solves, estimated, actual }) => (
            <tr key={difficulty}>
              <th scope="row" className="w-28 py-3 align-top font-medium">
                {difficultyWords[difficulty]}
                <span className="block font-normal text-subtle text-xs">{count(solves, 'solve')}</span>
              </th>
              <td className="py-3 pl-4 align-top">
                <Minutes minutes={estimated} most={most} className="border-[1.5px] border-chart-plan" />
              </td>
              <td className="py-3 pl-4 align-top">
                <Minutes minutes={actual} most={most} className="bg-accent" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  )
}

function Minutes({ minutes, most, className }: { minutes: number | null; most: number; className: string }) {
  if (minutes === null) return <span className="text-subtle">–</span>
  return (
    <>
      {formatMinutes(minutes)}
      <span
        aria-hidden
        className={`mt-1.5 block h-2.5 rounded-sm ${className}`}
        style={{ width: `${Math.max(3, (100 * minutes) / most)}%` }}
      />
    </>
  )
}
