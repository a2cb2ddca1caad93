import { Play, Square } from 'lucide-react'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { askForProposal } from './askForProposal.ts'
import { useTasking } from './useTasking.ts'

/** Starts the search, and ends it while it runs. */
export function AskButton({ isDisabled = false }: { isDisabled?: boolean }) {
  const { t } = useTexts()
  const context = useActionContext()
  const isSearching = useTasking((s) => s.status === 'searching')
  return isSearching ? (
    <Button icon={Square} onPress={() => context.session.tasking.stop()}>
      {t('tasking.stop')}
    </Button>
  ) : (
    <Button variant="primary" icon={Play} isDisabled={isDisabled} onPress={() => askForProposal(context)}>
      {t('tasking.propose')}
    </Button>
  )
}
