import { expect, test } from 'vitest'
import { NOWHERE, UnitBook } from './UnitBook.ts'

const TRAVEL = { places: 2, times: [[0, 4, 7, 0]] }

test('a job goes where ways before and after it fit', () => {
  const book = new UnitBook({ skills: [] }, TRAVEL, 100, 0)
  book.book(10, { duration: 5, place: 0, sorties: 0 })
  const there = { duration: 3, place: 1, sorties: 0 }
  // There by way of nowhere before; 7 back to place 0 by 10.
  expect(book.firstTime(0, there)).toBe(0)
  expect(book.firstTime(1, there)).toBe(19)
  expect(book.firstTime(1, { ...there, place: NOWHERE })).toBe(1)
  expect(book.firstTime(8, { ...there, place: NOWHERE })).toBe(15)
  book.book(19, there)
  expect(book.travelled).toBe(4)
})

test('home, absences and sorties of a day hold a job back', () => {
  const unit = { skills: [], home: 0, away: [{ from: 6, to: 12 }], sortiesPerDay: 2 }
  const book = new UnitBook(unit, TRAVEL, 10, 0)
  const job = { duration: 2, place: 1, sorties: 2 }
  expect(book.firstTime(0, job)).toBe(4)
  expect(book.firstTime(5, job)).toBe(12)
  book.book(12, job)
  expect(book.firstTime(13, job)).toBe(20)
  expect(book.firstTime(0, { ...job, sorties: 3 })).toBe(Number.POSITIVE_INFINITY)
})
