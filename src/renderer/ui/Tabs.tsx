import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { Count } from './Count.tsx'
import { Icon } from './Icon.tsx'
import './Tabs.css'

export interface TabItem<Id extends string> {
  id: Id
  label: string
  icon?: LucideIcon
  count?: number
  isDisabled?: boolean
}

interface TabsProps<Id extends string> {
  label: string
  tabs: readonly TabItem<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** What the chosen tab shows. */
  children: ReactNode
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="ui-tabs"
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      <TabList className="ui-tablist" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab" isDisabled={tab.isDisabled ?? false}>
            {tab.icon === undefined ? null : <Icon glyph={tab.icon} />}
            {tab.label}
            {tab.count === undefined ? null : <Count value={tab.count} />}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={value} id={value} className="ui-tabpanel">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
