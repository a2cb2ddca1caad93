import { Fragment, type ReactNode } from 'react'
import './DescriptionList.css'

export interface Fact {
  id: string
  term: string
  value: ReactNode
  /** Figures line up at the end. */
  isFigure?: boolean
}

interface DescriptionListProps {
  facts: readonly Fact[]
  /** Stands where a value is missing, as `—` or `sin dato`. */
  emptyText: string
}

export function DescriptionList({ facts, emptyText }: DescriptionListProps) {
  return (
    <dl className="ui-facts">
      {facts.map(({ id, term, value, isFigure = false }) => (
        <Fragment key={id}>
          <dt className="ui-facts-term">{term}</dt>
          <dd className={isFigure ? 'figures' : ''}>
            {value === null || value === undefined || value === '' ? (
              <span className="ui-facts-empty">{emptyText}</span>
            ) : (
              value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
