/** Can lesson 8 be gone through by keyboard alone, and does everybody see it? */
import type { Page } from '@playwright/test'
import { LessonPage, lookAtSteps } from './lessonPage.ts'
import { expect, test } from './lens.ts'

/** Places the messages one after the other; each opens its own wire text. */
async function place(lesson: LessonPage, page: Page, labels: readonly string[]): Promise<void> {
  const waiting = page.getByRole('region', { name: 'Messages that wait' })
  const order = page.getByRole('list', { name: 'Messages in order' }).getByRole('listitem')
  for (const [index, label] of labels.entries()) {
    await lesson.tabTo(waiting.getByRole('button', { name: label }))
    await page.keyboard.press('Enter')
    await expect(order).toHaveCount(index + 1)
    await expect(order.nth(index)).toContainText(label)
  }
  await expect(page.getByRole('status', { name: 'Order' })).toContainText('In order.')
}

test('issuer, by keyboard alone', async ({ page }) => {
  const lesson = new LessonPage(page)
  await lesson.open('issuer')

  await lesson.guess('The authorization server', /With a signed token it need not/)
  await lesson.tabTo(page.getByRole('button', { name: 'Calls the API with the token' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Order' })).toContainText('has no token to show')
  await place(lesson, page, [
    'Asks for authorization',
    'Hands out an access token',
    'Calls the API with the token',
  ])
  await lesson.isDone()
  await lesson.next(/SimpleJWT/)

  await lesson.guess('Not at all', /stands in for it/)
  await place(lesson, page, [
    'Sends name and password',
    'Answers with two tokens',
    'Calls /hello/ with the access token',
    'Answers Hello, World!',
  ])
  await lesson.tabTo(page.getByRole('button', { name: /^1\. Sends name and password/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('"password":"wonderland"')).toBeVisible()
  await lesson.isDone()
  await lesson.next(/never sees your password/)

  await lesson.guess('The application', /gets a code instead/)
  await place(lesson, page, [
    'Opens /oauth/authorize',
    'Logs in on the issuer’s own page',
    'Sends a code, by way of the browser',
    'Trades the code for a token',
    'Hands out an access token',
    'Calls the API with the token',
  ])
  await lesson.tabTo(page.getByRole('button', { name: /^2\. Logs in/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('password=wonderland')).toBeVisible()
  await lesson.isDone()
  await lesson.next(/another flow than their text/)

  await lesson.guess('The application itself', /sub names the application/)
  await place(lesson, page, [
    'Sends its own id and secret',
    'Hands out a token for the application',
    'Calls the API as itself',
  ])
  await lesson.isDone()
  await lesson.next(/One key signs/)

  await lesson.guess('Both of them', /With a key pair one is enough/)
  for (const [card, actor] of [
    ['The private key that signs tokens', 'Authorization server'],
    ['The public key that checks tokens', 'API'],
    ['The check of your password', 'Authorization server'],
    ['The code verifier', 'Application'],
    ['A look at aud', 'API'],
  ] as const)
    await lesson.put(card, actor)
  await lesson.isDone()
})

test('issuer in every theme, wide and narrow', async ({ page }) => {
  await lookAtSteps(page, 'issuer', 5)
})
