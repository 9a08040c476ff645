/** Can lesson 2 be gone through by keyboard alone, and does everybody see it? */
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'

test('readable, by keyboard alone', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('readable')

  await lesson.guess('A password', /No part of this token asks for a password/)
  await lesson.tabTo(page.getByRole('slider', { name: 'Lens' }))
  await page.keyboard.press('End')
  await expect(page.getByRole('group', { name: 'Ruler' })).toContainText('.org"')
  await lesson.type('The e-mail address', 'rosa@example.com')
  await expect(page.getByText('The claims hold another address')).toBeVisible()
  await lesson.type('The e-mail address', 'rosa@example.org')
  await lesson.isDone()
  await lesson.next(/bits move over/)

  await lesson.guess('19', /112 bits/)
  await lesson.type('Claims as text', '{"id":12}')
  await expect(page.getByRole('status', { name: 'Encoded text' })).toHaveText('eyJpZCI6MTJ9')
  await lesson.isDone()
  await lesson.next(/Three signs/)

  await lesson.guess('A blank', /turns it back/)
  for (const change of ['+ becomes -', '/ becomes _', '= at the end is left out'])
    await lesson.check(change)
  await lesson.isDone()
  await lesson.next(/three envelopes/)

  await lesson.guess('Signed', /as readable as before/)
  const says = page.getByRole('status', { name: 'What the server says' })
  for (const [form, outcome] of [
    ['Only encoded', 'Not noticed.'],
    ['Signed (HS256)', 'Noticed.'],
    ['Encrypted (JWE)', 'Noticed.'],
  ] as const) {
    await lesson.choose(page.getByRole('group', { name: 'Form of the same claims' }), form)
    await lesson.press('Change it as a stranger')
    await expect(says).toContainText(outcome)
  }
  await lesson.isDone()
  await lesson.next(/Pack a token/)

  await lesson.guess('Into an encrypted token', /every server with the key could/)
  await lesson.put('The user’s password', 'May stand in a signed token')
  await expect(page.getByText('Whoever sees the token would read it.')).toBeVisible()
  for (const card of ['The user’s number', 'When the token expires', 'The user’s role'])
    await lesson.put(card, 'May stand in a signed token')
  for (const card of [
    'The user’s password',
    'A credit card number',
    'The secret that signs tokens',
  ])
    await lesson.put(card, 'Stays out of it')
  await lesson.isDone()
})

test('readable in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'readable', 5)
})
