/** Hatches by which a thing is told without its colour. */
export function LoadPatterns() {
  return (
    <svg className="load-patterns" width={0} height={0} aria-hidden>
      <defs>
        <pattern id="load-hatch" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="load-hatch-ground" width={6} height={6} />
          <rect className="load-hatch-line" width={1.2} height={6} />
        </pattern>
        <pattern id="load-dots" width={5} height={5} patternUnits="userSpaceOnUse">
          <rect className="load-hatch-ground" width={5} height={5} />
          <circle className="load-hatch-dot" cx={2.5} cy={2.5} r={0.9} />
        </pattern>
        <pattern id="load-cross" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="load-cross-ground" width={5} height={5} />
          <rect className="load-cross-line" width={1.6} height={5} />
        </pattern>
      </defs>
    </svg>
  )
}
