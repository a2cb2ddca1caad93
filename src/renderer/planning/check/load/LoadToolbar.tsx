import { ChevronLeft, ChevronRight, List, ListTree, ScanSearch } from 'lucide-react'
import { useStore } from 'zustand'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { ToolbarRow } from '../../../ui/Toolbar.tsx'
import { loadView } from './loadView.ts'
import { LOAD_STEPS } from './loadWindow.ts'

interface LoadToolbarProps {
  readonly shown: number
  readonly all: number
  /** Null where all of the time is in sight. */
  readonly onPage: ((by: -1 | 1) => void) | null
}

/** How finely time is cut, what of it is in sight, and which rows are shown. */
export function LoadToolbar({ shown, all, onPage }: LoadToolbarProps) {
  const { t } = useTexts()
  const { step, arrangement, query, isOnlyOver, progress } = useStore(loadView)
  return (
    <ToolbarRow>
      <SegmentedControl
        label={t('load.step')}
        segments={LOAD_STEPS.map((id) => ({ id, label: t(`load.step-${id}`) }))}
        value={step}
        onChange={(next) => loadView.setState({ step: next, from: null })}
      />
      <SegmentedControl
        label={t('load.arrangement')}
        isIconOnly
        segments={[
          { id: 'tree', label: t('load.tree'), icon: ListTree },
          { id: 'list', label: t('load.list'), icon: List },
        ]}
        value={arrangement}
        onChange={(next) => loadView.setState({ arrangement: next })}
      />
      <span className="load-pan">
        <IconButton
          icon={ChevronLeft}
          label={t('load.earlier')}
          isDisabled={onPage === null}
          onPress={() => onPage?.(-1)}
        />
        <IconButton
          icon={ScanSearch}
          label={t('load.to-chosen-time')}
          isDisabled={onPage === null}
          onPress={() => loadView.setState({ from: null })}
        />
        <IconButton
          icon={ChevronRight}
          label={t('load.later')}
          isDisabled={onPage === null}
          onPress={() => onPage?.(1)}
        />
      </span>
      <SearchField
        label={t('load.search')}
        width={160}
        value={query}
        onChange={(next) => loadView.setState({ query: next })}
      />
      <Switch isSelected={isOnlyOver} onChange={(next) => loadView.setState({ isOnlyOver: next })}>
        {t('load.only-over')}
      </Switch>
      <output className="load-state">
        {progress === null
          ? t('load.count', { shown, all })
          : t('load.running', { percent: Math.round(progress * 100) })}
      </output>
    </ToolbarRow>
  )
}
