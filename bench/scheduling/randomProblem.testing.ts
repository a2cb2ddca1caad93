import * as fc from 'fast-check'
import type { Activity, PrecedenceKind, Problem, Span, Unit } from '../../src/domain/scheduling/Problem.ts'

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })
/** Given in one case of `of`. */
const maybe = <T>(value: fc.Arbitrary<T>, of = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: value, weight: 1 }, { arbitrary: fc.constant(undefined), weight: of - 1 })

/** Spans that are sorted and apart, from lengths of gaps and of spans in turn. */
const spans = fc.array(fc.tuple(whole(0, 12), whole(1, 8)), { maxLength: 3 }).map((list) =>
  list.reduce<Span[]>((made, [gap, length]) => {
    const from = (made.at(-1)?.to ?? 0) + gap + (made.length > 0 ? 1 : 0)
    return [...made, { from, to: from + length }]
  }, []),
)

const kind = fc.constantFrom<PrecedenceKind>('finish-start', 'start-start', 'finish-finish', 'start-finish')

/** Drops what is undefined: the types tell a field that is absent from one that is undefined. */
const present = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never

const PLACES = 3

const EVERYTHING = [0, 1, 2].map((skill) => ({ skill, level: 1 }))

type Shape = Readonly<{ activities: number; resources: boolean; skills: 'none' | 'one' | 'many'; isGeneral: boolean }>

/** Small problems of a family; arcs only lead on, so that none is a circle. */
export function randomProblem({ activities: most, resources, skills, isGeneral }: Shape): fc.Arbitrary<Problem> {
  const need = fc.record({
    skill: whole(0, 2),
    level: whole(0, 1),
    quantity: skills === 'one' ? fc.constant(1) : whole(1, 2),
  })
  const needs =
    skills === 'none'
      ? fc.constant([])
      : skills === 'one'
        ? fc.tuple(need)
        : fc.uniqueArray(need, { maxLength: 2, selector: ({ skill }) => skill })
  const general = isGeneral
    ? {
        release: maybe(whole(0, 10)),
        deadline: maybe(whole(20, 80), 6),
        windows: maybe(
          spans.map((list) => [...list, { from: 70, to: 90 }]),
          5,
        ),
        due: maybe(whole(0, 20)),
        weight: maybe(whole(0, 5)),
        place: maybe(whole(0, PLACES - 1)),
        sorties: maybe(whole(0, 2)),
        fixedStart: maybe(whole(0, 20), 8),
      }
    : {}
  const activity = fc
    .record({
      duration: whole(0, 4),
      uses: resources
        ? fc.uniqueArray(fc.record({ resource: whole(0, 1), amount: whole(0, 3) }), {
            maxLength: 2,
            selector: (use) => use.resource,
          })
        : fc.constant([]),
      needs,
      ...general,
    })
    .map((value) => present(value) as Activity)
  const unit = fc
    .record({
      skills: fc
        .uniqueArray(fc.record({ skill: whole(0, 2), level: whole(0, 1) }), { maxLength: 3, selector: (s) => s.skill })
        // Half of them can do all: what no unit can do is refused, and would be most of what is drawn.
        .chain((list) => fc.constantFrom(list, EVERYTHING)),
      ...(isGeneral
        ? { away: maybe(spans), home: maybe(whole(0, PLACES - 1)), sortiesPerDay: maybe(whole(1, 3)) }
        : {}),
    })
    .map((value) => present(value) as Unit)
  return fc
    .record({
      activities: fc.array(activity, { minLength: 1, maxLength: most }),
      arcs: fc.array(fc.tuple(whole(0, most), whole(0, most), kind, whole(-2, 3)), { maxLength: most }),
      capacities: fc.tuple(whole(3, 5), whole(3, 5)),
      units: skills === 'none' ? fc.constant([]) : fc.array(unit, { minLength: 2, maxLength: 4 }),
      ways: fc.array(whole(0, 4), { minLength: PLACES ** 2, maxLength: PLACES ** 2 }),
    })
    .map(({ activities, arcs, capacities, units, ways }) => ({
      activities,
      precedences: arcs
        .filter(([from, to]) => from < to && to < activities.length)
        .map(([from, to, arcKind, lag]) =>
          isGeneral ? { from, to, kind: arcKind, lag } : { from, to, kind: 'finish-start', lag: 0 },
        ),
      resources: capacities.map((capacity) => ({ capacity })),
      units,
      ...(isGeneral ? { travel: { places: PLACES, times: [ways] }, dayLength: 10 } : {}),
      goals: isGeneral ? ['lateness', 'makespan'] : ['makespan'],
    }))
}
