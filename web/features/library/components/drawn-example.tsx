import type { Drawing } from '@codify/api/contract'
import { VisuallyHidden } from '@/components/ui/visually-hidden.tsx'
import { cn } from '@/lib/cn.ts'
import { type Line, type Picture, toPictures } from '../picture.ts'

/** Each step of a drawing beside its sentence; all of them are there without script. */
export function DrawnExample({ drawing }: { drawing: Drawing }) {
  const pictures = toPictures(drawing)
  return (
    <figure className="my-6">
      <VisuallyHidden>
        <figcaption>{drawing.alt}</figcaption>
      </VisuallyHidden>
      <ol className="grid gap-px overflow-hidden rounded-xl border bg-border sm:grid-cols-2">
        {pictures.map((picture, at) => {
          const say = drawing.steps[at]?.say ?? ''
          return (
            <li key={say} className="flex flex-col gap-4 bg-surface p-5 sm:last:odd:col-span-2">
              <div className="flex min-h-24 flex-1 items-center justify-center">
                <Steps picture={picture} />
              </div>
              <p className="flex gap-2.5 text-sm leading-relaxed">
                <span aria-hidden className="font-medium text-subtle tabular-nums">
                  {at + 1}
                </span>
                {say}
              </p>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}

function Steps({ picture: { width, height, cells, lines } }: { picture: Picture }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      style={{ width, maxWidth: '100%' }}
      className="h-auto"
      fontSize="14"
      textAnchor="middle"
    >
      {lines.map((line) => (
        <DrawnLine key={JSON.stringify(line.points)} line={line} />
      ))}
      {cells.map(({ x, y, width: wide, height: high, text, isLit, isRound, label }) => (
        <g key={`${x} ${y}`}>
          <rect
            x={x}
            y={y}
            width={wide}
            height={high}
            rx={isRound ? high / 2 : 4}
            className={cn(isLit ? 'fill-accent-soft stroke-accent' : 'fill-background stroke-input')}
            strokeWidth={isLit ? 2 : 1}
          />
          <text
            x={x + wide / 2}
            y={y + high / 2}
            dominantBaseline="central"
            className={cn('font-mono', isLit ? 'fill-foreground font-semibold' : 'fill-foreground')}
          >
            {text}
          </text>
          {label && (
            <text
              x={x + wide / 2}
              y={y + high + 14}
              fontSize="12"
              className="fill-accent font-medium font-mono"
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function DrawnLine({ line: { points, hasArrow, label } }: { line: Line }) {
  const [last, before] = [points.at(-1), points.at(-2)]
  const middle = points[Math.floor(points.length / 2)]
  return (
    <>
      <polyline points={points.map((point) => point.join()).join(' ')} fill="none" className="stroke-input" />
      {hasArrow && last && before && (
        <polygon
          points="0,0 -8,-4 -8,4"
          className="fill-subtle"
          transform={`translate(${last.join()}) rotate(${(Math.atan2(last[1] - before[1], last[0] - before[0]) * 180) / Math.PI})`}
        />
      )}
      {label && middle && (
        <text x={middle[0]} y={middle[1] - 6} fontSize="12" className="fill-subtle">
          {label}
        </text>
      )}
    </>
  )
}
