/** The look of reviews: stripes, so that it is not by colour alone that they differ from new problems. */
export function Stripes({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--surface)" />
      <rect width="3" height="6" fill="var(--chart-review)" />
    </pattern>
  )
}
