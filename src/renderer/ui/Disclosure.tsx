import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Disclosure as AriaDisclosure,
  DisclosurePanel,
  Heading,
  type DisclosureProps as AriaDisclosureProps,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './Disclosure.css'

interface DisclosureProps extends Pick<AriaDisclosureProps, 'isExpanded' | 'defaultExpanded' | 'onExpandedChange'> {
  title: string
  /** Stands beside the title, outside the button: a count, a badge, an action. */
  aside?: ReactNode
  children: ReactNode
}

export function Disclosure({ title, aside, children, ...rest }: DisclosureProps) {
  return (
    <AriaDisclosure {...rest} className="ui-disclosure">
      <div className="ui-disclosure-head">
        <Heading className="ui-disclosure-heading">
          <Button slot="trigger" className="ui-disclosure-button">
            <Icon glyph={ChevronRight} size={14} />
            {title}
          </Button>
        </Heading>
        {aside}
      </div>
      <DisclosurePanel className="ui-disclosure-panel">
        <div className="ui-disclosure-body">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
