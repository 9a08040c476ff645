/** Can lesson 3 be gone through by keyboard alone, and does everybody see it? */
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'

test('header, by keyboard alone', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('header')

  await lesson.guess('ES256', /There is a longer one/)
  const length = page.getByRole('status', { name: 'Signature length' })
  for (const [alg, bytes] of [
    ['RS256', 256],
    ['ES256', 64],
    ['EdDSA', 64],
    ['none', 0],
  ] as const) {
    await lesson.choose(page.getByRole('group', { name: 'alg', exact: true }), alg)
    await expect(length).toContainText(`${bytes} bytes`)
  }
  await lesson.isDone()
  await lesson.next(/A partner company/)

  await lesson.guess('Either, if the partner is honest', /RS256 needs no promise/)
  const can = page.getByRole('status', { name: 'What the partner can do' })
  await lesson.press('Hand over the secret')
  await lesson.press('Let the partner make a token')
  await expect(can).toContainText('It made itself an admin.')
  await lesson.choose(page.getByRole('group', { name: 'You sign with' }), 'RS256')
  await lesson.press('Hand over the public key')
  await lesson.press('Let the partner make a token')
  await expect(can).toContainText('It cannot make a token of its own.')
  await lesson.isDone()
  await lesson.next(/without any key/)

  await lesson.guess('It lets you in', /asked a stranger/)
  const answer = page.getByRole('status', { name: 'What the server answers' })
  await lesson.check('Add "admin":true')
  await expect(answer).toContainText('Refused.')
  await lesson.check('Write alg none')
  await expect(answer).toContainText('Accepted, as an admin.')
  await lesson.check('Take HS256')
  await expect(answer).toContainText('Refused.')
  await lesson.isDone()
  await lesson.next(/each member of a header/)

  await lesson.put('"typ": "JWT"', 'A hint for finding the key')
  await expect(page.getByText('nothing about the key')).toBeVisible()
  await lesson.put('"typ": "JWT"', 'A label')
  await lesson.put('"alg": "HS256"', 'To be compared')
  await lesson.put('"kid": "2026-01"', 'A hint for finding the key')
  await lesson.isDone()
})

test('header in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'header', 4)
})
