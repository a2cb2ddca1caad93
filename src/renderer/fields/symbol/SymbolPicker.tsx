import { useMemo, useState } from 'react'
import {
  composeSymbolCode,
  echelonDigits,
  echelonOfDigits,
  hasEchelon,
  readSymbolCode,
  symbolFault,
  type SymbolParts,
} from '../../../domain/records/symbolCode.ts'
import { ECHELONS, type Unit } from '../../../domain/records/unit.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MilitarySymbol } from '../MilitarySymbol.tsx'
import { entryKey, findSymbols, SYMBOLS } from './findSymbols.ts'
import { SymbolList } from './SymbolList.tsx'
import { isKnownSymbol } from './symbolImage.ts'
import './SymbolPicker.css'

interface SymbolPickerProps {
  /** Twenty digits to begin with. */
  code: string
  /** The code, and the echelon it shows; null where its set shows none. */
  onChoose: (code: string, echelon: Unit['echelon'] | null) => void
  onClose: () => void
}

const PLAIN: SymbolParts = {
  identity: '03',
  set: '10',
  isPlanned: false,
  status: '0',
  isHeadquarters: false,
  isTaskForce: false,
  amplifier: '00',
  entity: '121100',
  modifiers: '0000',
}

/** Chooses a symbol by words, echelon and flags, or by its twenty digits. */
export function SymbolPicker({ code, onChoose, onClose }: SymbolPickerProps) {
  const { t, language } = useTexts()
  const [parts, setParts] = useState<SymbolParts>(() => readSymbolCode(code) ?? PLAIN)
  const [typed, setTyped] = useState<string | null>(isKnownSymbol(code) ? null : code)
  const [query, setQuery] = useState('')
  const found = useMemo(() => findSymbols(query, language), [query, language])
  const composed = composeSymbolCode(parts)
  const shown = typed ?? composed
  const isKnown = isKnownSymbol(shown)
  const change = (fields: Partial<SymbolParts>): void => {
    setTyped(null)
    setParts({ ...parts, ...fields })
  }
  const type = (text: string): void => {
    const digits = text.replace(/\s/g, '')
    setTyped(digits)
    const read = isKnownSymbol(digits) ? readSymbolCode(digits) : null
    if (read !== null) setParts(read)
  }
  const choose = (): void => {
    if (!isKnown) return
    const read = readSymbolCode(shown)
    onChoose(shown, read !== null && hasEchelon(read.set) ? echelonOfDigits(read.amplifier) : null)
    onClose()
  }
  const key = entryKey(parts)
  const entry = SYMBOLS.find((one) => entryKey(one) === key)
  const fault = symbolFault(shown) ?? (isKnown ? null : 'entity')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('symbol.title')}
      closeLabel={t('app.close')}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={choose} isDisabled={!isKnown}>
            {t('symbol.use')}
          </Button>
        </>
      }
    >
      <div className="symbol-picker">
        <div className="symbol-picker-find">
          <SearchField label={t('symbol.search')} value={query} onChange={setQuery} autoFocus />
          <SymbolList entries={found} parts={parts} query={query} onChoose={change} onConfirm={choose} />
        </div>
        <div className="symbol-picker-form">
          <div className="symbol-picker-preview">
            <MilitarySymbol code={shown} size={120} label={entry?.[language] ?? t('symbol.other')} />
            <p>{isKnown ? (entry?.[language] ?? t('symbol.other')) : null}</p>
          </div>
          <Select
            label={t('symbol.echelon')}
            options={ECHELONS.map((echelon) => ({ id: echelonDigits(echelon), label: t(`echelon.${echelon}`) }))}
            value={parts.amplifier}
            isDisabled={!hasEchelon(parts.set)}
            description={hasEchelon(parts.set) ? undefined : t('symbol.no-echelon')}
            onChange={(amplifier) => change({ amplifier })}
          />
          <div className="symbol-picker-flags">
            <Checkbox isSelected={parts.isHeadquarters} onChange={(isHeadquarters) => change({ isHeadquarters })}>
              {t('symbol.hq')}
            </Checkbox>
            <Checkbox isSelected={parts.isTaskForce} onChange={(isTaskForce) => change({ isTaskForce })}>
              {t('symbol.tf')}
            </Checkbox>
          </div>
          <SegmentedControl
            label={t('symbol.status')}
            segments={[
              { id: 'present', label: t('symbol.present') },
              { id: 'planned', label: t('symbol.planned') },
            ]}
            value={parts.isPlanned ? 'planned' : 'present'}
            onChange={(status) => change({ isPlanned: status === 'planned' })}
          />
          <TextField
            label={t('symbol.code')}
            value={shown}
            onChange={type}
            maxLength={40}
            error={fault === null ? undefined : t(`symbol.fault.${fault}`)}
          />
        </div>
      </div>
    </Dialog>
  )
}
