import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useTexts } from '../../texts/TextContext.tsx'

/** Names the plan's capabilities by their key. */
export function useCapabilityName(): (key: string) => string {
  const { name } = useTexts()
  const { capabilities } = usePlanMeta()
  return (key) => {
    const known = capabilities.find((c) => c.key === key)
    return known === undefined ? key : name(known.name)
  }
}
