import type { Calibration } from '@codify/api/contract'
import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'
import { calibrationWords } from '../calibration-words.ts'

/** How sure one was, against how often one was right. */
export function CalibrationCard({ calibration }: { calibration: Calibration }) {
  const used = calibration.bands.filter(({ count }) => count > 0)
  return (
    <Card>
      <CardBody className="flex flex-col gap-4">
        <CardTitle>How well you know what you know</CardTitle>
        <p className="text-sm leading-relaxed">{calibrationWords(calibration)}</p>
        {used.length > 0 && (
          <table className="w-full text-left text-sm tabular-nums">
            <thead className="text-subtle text-xs">
              <tr>
                <th className="py-1.5 font-medium">You were</th>
                <th className="py-1.5 font-medium">Predictions</th>
                <th className="py-1.5 font-medium">Right</th>
              </tr>
            </thead>
            <tbody>
              {used.map(({ from, to, count, right }) => (
                <tr key={from} className="border-border border-t">
                  <td className="py-2">
                    {from}–{to} % sure
                  </td>
                  <td className="py-2">{count}</td>
                  <td className="py-2">
                    {right} ({Math.round((100 * right) / count)} %)
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {calibration.brier !== null && (
          <p className="text-subtle text-xs">
            Brier score {calibration.brier.toFixed(2)}: 0 is always sure and right, 0.25 is guessing.
          </p>
        )}
      </CardBody>
    </Card>
  )
}
