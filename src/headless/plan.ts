// The plan on the command line, without a window: npm run -s plan -- VERB. Node runs this file as it stands.
import { PlanDocument } from '../domain/plan/PlanDocument.ts'
import { assertNever, err, ok, type Result } from '../domain/result.ts'
import { infoOfPlan, sayInfo } from './infoOfPlan.ts'
import { newPlan } from './newPlan.ts'
import { isSameFile, openPlan, savePlan } from './planFiles.ts'
import { readArguments, type Request } from './readArguments.ts'
import { proposeFor, reportOfAssignment, sayAssignment, takeAll } from './reportOfAssignment.ts'
import { hasErrors, reportOfCheck, sayReport } from './reportOfCheck.ts'
import { reportOfRisk, sayRisk } from './reportOfRisk.ts'
import { texts } from './texts.ts'

interface Answer {
  readonly text: string
  readonly hasErrors?: boolean
}

const json = (value: unknown): string => JSON.stringify(value, null, 2)

function answer(request: Request): Result<Answer, string> {
  const { verb, language } = request
  const say = texts[language]
  switch (verb) {
    case 'help':
      return ok({ text: say.help })
    case 'new': {
      const records = newPlan(request)
      if (!records.ok) return records
      const saved = savePlan(request.out, records.value, language)
      return saved.ok ? ok({ text: say.written(request.out, records.value.length) }) : saved
    }
    case 'convert': {
      const opened = openPlan(request.from, language)
      if (!opened.ok) return opened
      if (isSameFile(request.from, request.to)) return err(say.unwritable(request.to, say.sameFile))
      const saved = savePlan(request.to, opened.value.records, language)
      return saved.ok ? ok({ text: say.written(request.to, opened.value.records.length) }) : saved
    }
    case 'info':
    case 'check': {
      const opened = openPlan(request.file, language)
      if (!opened.ok) return opened
      const plan = new PlanDocument(opened.value.records, 0)
      if (verb === 'info') {
        const { migratedFrom } = opened.value
        return ok({
          text: request.isJson ? json(infoOfPlan(plan, migratedFrom)) : sayInfo(plan, migratedFrom, language),
        })
      }
      const report = reportOfCheck(plan, language)
      return ok({ text: request.isJson ? json(report) : sayReport(report, language), hasErrors: hasErrors(report) })
    }
    case 'risk': {
      const opened = openPlan(request.file, language)
      if (!opened.ok) return opened
      const report = reportOfRisk(new PlanDocument(opened.value.records, 0), request)
      return ok({ text: request.isJson ? json(report) : sayRisk(report, language) })
    }
    case 'assign': {
      const opened = openPlan(request.file, language)
      if (!opened.ok) return opened
      if (request.out !== null && isSameFile(request.file, request.out))
        return err(say.unwritable(request.out, say.sameFile))
      const plan = new PlanDocument(opened.value.records, 0)
      const proposal = proposeFor(plan, request.options, language)
      if (!proposal.ok) return proposal
      const report = reportOfAssignment(plan, proposal.value, language)
      const text = request.isJson ? json(report) : sayAssignment(report, language)
      if (request.out === null) return ok({ text })
      takeAll(plan, proposal.value)
      const saved = savePlan(request.out, [...plan.records()], language)
      return saved.ok ? ok({ text }) : saved
    }
    default:
      return assertNever(verb)
  }
}

/** A reader that closes early, as `head` does, is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const request = readArguments(process.argv.slice(2))
const answered = request.ok ? answer(request.value) : request
if (answered.ok) {
  process.stdout.write(`${answered.value.text}\n`)
  process.exitCode = answered.value.hasErrors === true ? 1 : 0
} else {
  process.stderr.write(`${answered.error.replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 2
}
