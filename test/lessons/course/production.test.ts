import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BurstState, FRONTS, viewBurst } from '../../../src/lessons/boards/burstBoard.ts'
import copied from '../../../src/lessons/data/server-facts.json'
import { arrivesAt, STATIONS, stationFacts } from '../../../src/lessons/boards/hopsBoard.ts'
import { JOB_BINS, JOB_CARDS } from '../../../src/lessons/course/jobCards.ts'
import { judgeLine, RIGHT_PROCFILE } from '../../../src/lessons/boards/lineBoard.ts'
import { carriedToken } from '../../../src/lessons/carriedToken.ts'
import { tellPlacing } from '../../../src/lessons/boards/sortBoard.ts'
import { tokenOf } from '../tokenOf.ts'

const {
  failures,
  limits,
  static: files,
} = JSON.parse(readFileSync('test/simplejwt/header-limits.json', 'utf8'))

const burst = (front: BurstState['front'], slow: number) =>
  viewBurst({ front, trouble: 'slow clients', slow, asks: 'clients' })
const outage = (front: BurstState['front'], trouble: BurstState['trouble']) =>
  viewBurst({ front, trouble, slow: 1, asks: 'trouble' })

describe('what was measured', () => {
  it('is copied as it was', () => {
    expect(failures.slowClient).toMatchObject({
      'gunicorn-fresh': copied.slowClient.gunicorn,
      'nginx+gunicorn-fresh': copied.slowClient['nginx+gunicorn'],
      runserver: copied.slowClient.runserver,
    })
    expect(failures.gunicornStopped.stopped).toMatchObject(copied.gunicornStopped)
    expect(failures.workerFrozen.first).toMatchObject(copied.workerFrozen)
    expect(failures.gunicornFrozen.result).toMatchObject(copied.gunicornFrozen)
  })

  it('holds what the cards and the notes corner say', () => {
    expect(files.gunicorn).toContain('404')
    expect(limits.gunicorn.authorizationHeaderLine.largestAccepted).toBe(8188)
    expect(limits['nginx+gunicorn-unlimited'].authorizationHeaderLine.largestAccepted).toBe(8190)
  })
})

describe('slow clients', () => {
  it.each([
    ['gunicorn', 30.059],
    ['nginx+gunicorn', 0.072],
    ['runserver', 0.003],
  ] as const)('one at %s makes the next user wait as measured', (front, seconds) => {
    expect(burst(front, 1)).toMatchObject({ next: { seconds }, basis: 'measured' })
  })

  it('hold the one worker of gunicorn one after the other, and the next user behind them', () => {
    const { bars, next, basis } = burst('gunicorn', 3)
    const held = bars.slice(0, 3)
    for (const [index, { from, until }] of held.entries()) {
      expect(from).toBe(index === 0 ? 0 : held[index - 1]?.until)
      expect(until).toBeGreaterThan(from)
    }
    expect(next?.seconds).toBeCloseTo(3 * 30.059)
    expect(basis).toBe('worked out')
  })

  it('make nobody wait longer where each has a thread, or nginx', () => {
    for (const front of ['runserver', 'nginx+gunicorn'] as const)
      expect(burst(front, 4).next?.seconds).toBe(burst(front, 1).next?.seconds)
  })

  it('are put out by all but runserver', () => {
    expect(FRONTS.filter((front) => burst(front, 2).isClosed)).toEqual([
      'gunicorn',
      'nginx+gunicorn',
    ])
    expect(burst('runserver', 1).bars[0]?.until).toBeNull()
  })
})

describe('outages', () => {
  it.each([
    ['stopped', '502 Bad Gateway', 0],
    ['worker frozen', '401 Unauthorized', 31.326],
    ['all frozen', '504 Gateway Time-out', 60.061],
  ] as const)('behind nginx: %s', (trouble, status, seconds) => {
    const { next, basis } = outage('nginx+gunicorn', trouble)
    expect(next?.status).toBe(`HTTP/1.1 ${status}`)
    expect(next?.seconds).toBe(seconds)
    expect(basis).toBe('measured')
  })

  it('do not pretend to know what nobody measured', () => {
    expect(outage('gunicorn', 'all frozen')).toMatchObject({ next: null, basis: 'not measured' })
    expect(outage('runserver', 'stopped').next?.status).toBe('Connection refused')
  })
})

describe('the 17 cards', () => {
  it('are 17, lie in one of three bins, and say why not in each other', () => {
    expect(JOB_CARDS).toHaveLength(17)
    expect(new Set(JOB_CARDS.map(({ text }) => text)).size).toBe(17)
    for (const card of JOB_CARDS) {
      const told = JOB_BINS.map(({ id }) => tellPlacing(card, id))
      expect(told).not.toContain(null)
      expect(new Set(told).size).toBe(3)
    }
    for (const { id } of JOB_BINS) expect(JOB_CARDS.some(({ bin }) => bin === id)).toBe(true)
  })
})

describe('the header on its way', () => {
  const token = tokenOf({ token_type: 'access', exp: 1_700_000_300, jti: 'x', user_id: 7 })

  it.each(STATIONS)('shows the token at %s only where it can be written down', (station) => {
    const { access } = carriedToken(token)
    const { seesToken, log } = stationFacts[station]
    expect(arrivesAt(station, token).includes(access)).toBe(seesToken)
    expect(log !== null).toBe(seesToken)
  })

  it('asks the database for the user of the token', () => {
    expect(arrivesAt('database', token)).toContain('WHERE id = 7')
  })

  it('is sealed into one record with 17 bytes more', () => {
    const text = arrivesAt('network', token)
    const plain = `${arrivesAt('nginx', token).replaceAll('\n', '\r\n')}\r\n\r\n`
    expect(text).toContain(`then ${plain.length + 17} sealed bytes`)
  })
})

describe('the Procfile', () => {
  it.each([
    RIGHT_PROCFILE,
    'web: gunicorn myapi.wsgi',
    'web:gunicorn myapi.wsgi:application --log-file -',
    'web: gunicorn --workers 3 myapi.wsgi',
    'web: gunicorn -b 0.0.0.0:$PORT myapi.wsgi',
  ])('starts: %s', (text) => expect(judgeLine({ kind: 'procfile', text }).isRight).toBe(true))

  it.each([
    ['', 'The colon is missing'],
    ['gunicorn myapi.wsgi', 'The colon is missing'],
    ['worker: gunicorn myapi.wsgi', 'Only a process called web'],
    ['web: ', 'the command is missing'],
    ['web: python manage.py runserver', 'the development server'],
    ['web: uwsgi myapi.wsgi', 'is not the application server'],
    ['web: gunicorn', 'is not told what to run'],
    ['web: gunicorn myapi/wsgi.py', 'From character 15 on stands a file'],
    ['web: gunicorn other.wsgi', 'From character 15 on stands'],
    ['web: gunicorn myapi.wsgi --bind 127.0.0.1:8000', 'Only programs on the same machine'],
    ['web: gunicorn myapi.wsgi --bind=localhost:80', 'Only programs on the same machine'],
    ['web: gunicorn myapi.wsgi --certfile=a.pem', 'its router already did'],
  ])('says what is not right with: %s', (text, says) => {
    const verdict = judgeLine({ kind: 'procfile', text })
    expect(verdict.isRight).toBe(false)
    expect(verdict.says).toContain(says)
  })
})
