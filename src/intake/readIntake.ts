/** What did the user paste, and which tokens or which key does it hold? */
import { type Around, readAround } from './around.ts'
import { trimmedSpan } from './characters.ts'
import { type FoundCommand, findCommands } from './command.ts'
import { PlaceFinder } from './findPlace.ts'
import { type Finding, findTokens, readDeclaredToken } from './findTokens.ts'
import type { Piece } from './fragment.ts'
import { readHar } from './har.ts'
import type { FoundToken, Intake, IntakeKind } from './intake.ts'
import { peekHeader } from './joseHeader.ts'
import { type JsonForm, type KeyHolds, readJsonForm } from './jsonForm.ts'
import { accessFirst, nameByClaims } from './nameToken.ts'
import { tokenOf } from './placedToken.ts'
import { nameOpaque, type OpaqueShape } from './opaque.ts'
import { isBareKey, readPem } from './pem.ts'
import { noRemoval } from './removal.ts'
import { tellDecoded, tellOther, tellTokens, type Told } from './tellIntake.ts'
import { PRIVATE_KEY, warnAbout } from './warnings.ts'
import { spreadOver, unwrap } from './wrapped.ts'
import { bareValue, readWholeText, readWholeToken } from './wholeText.ts'

/**
 * Reads any text: a token, a header, a command, a JSON body, a cookie, a URL, a log, a HAR file, a key.
 * Takes out only what cannot be part of a token, and says so; what is only wrong inside a token stays in it, for
 * `readToken` to report. A text without white space and with a dot is passed on as one token, whatever it is.
 * Linear in the length of the text; never throws. ux.md 2.5.
 */
export function readIntake(raw: string): Intake {
  const { start, end } = trimmedSpan(raw)
  if (start === end) return intakeOf('nothing', '')
  const form = readJsonForm(raw)
  if (form !== null && form.kind !== 'decoded') return readForm(raw, form)
  const commands = findCommands(raw)
  const pem = readPem(raw)
  const findings = chooseTokens(findTokens(raw), raw)
  const opaque = nameOpaque([raw.slice(start, end), bareText(raw)], raw)
  const [only] = findings
  // Flask signs sessions in three parts that start with JSON; what names no algorithm is one of those first
  if (only !== undefined && !isKnown(only) && opaque?.isWhole === true) return otherIntake(opaque)
  const isNamed = findings.some(isKnown) || opaque !== null
  const whole = isNamed ? null : readWholeToken(raw)
  if (whole !== null) return readFound(raw, [findingOf(raw, whole)], commands, false)
  if (findings.length > 0) return readFound(raw, findings, commands, pem !== null)
  if (pem !== null) return keyIntake(pem.text, pem.holds)
  if (opaque !== null) return otherIntake(opaque)
  const declared = readDeclared(raw)
  if (declared !== null) return readFound(raw, [declared], commands, false)
  return readInner(raw) ?? readNone(raw.slice(start, end), form, commands)
}

/** What stands in a paste that is base64 as a whole. */
function readInner(raw: string): Intake | null {
  const wrapped = unwrap(raw)
  if (wrapped === null) return null
  const { inner, start, end } = wrapped
  const intake = readIntake(inner)
  if (intake.tokens.length === 0 && intake.key === null) return null
  return {
    ...intake,
    sentence: `Decoded once from base64. ${intake.sentence}`,
    tokens: intake.tokens.map(({ text, name, place }) => ({
      text,
      name,
      place,
      start,
      end,
      rawAt: spreadOver(text.length, start, end),
    })),
  }
}

function intakeOf(kind: IntakeKind, sentence: string, more: Partial<Intake> = {}): Intake {
  const nothing = { tokens: [], warnings: [], carried: [], key: null, request: null }
  return { kind, sentence, ...nothing, ...more }
}

const isKnown = ({ header }: Finding): boolean =>
  header !== null && (header.alg !== null || header.enc !== null)

/** Whole tokens first; beside them only pieces that name an algorithm count, and single parts only on their own. */
function chooseTokens(findings: readonly Finding[], raw: string): Finding[] {
  if (findings.some(({ dots }) => dots > 1))
    return findings.filter(
      (finding) => finding.dots > 1 || (finding.dots === 1 && isKnown(finding)),
    )
  const pairs = findings.filter(({ dots }) => dots === 1)
  if (pairs.length > 0) return pairs
  const bare = bareValue(raw)
  return findings.filter(
    (finding) => isKnown(finding) || (finding.start === bare.start && finding.end === bare.end),
  )
}

/** Without a readable header: what follows a scheme, or the whole paste, if it has dots where a token has them. */
function readDeclared(raw: string): Finding | null {
  const whole = readWholeText(raw)
  if (whole !== null) return findingOf(raw, whole)
  const match = /\b(?:Bearer|JWT|DPoP)\s{1,20}(?=[\w+/=-]+(?:\.|%2E)[\w+/=-]*(?:\.|%2E))/i.exec(raw)
  return match === null ? null : readDeclaredToken(raw, match.index + match[0].length)
}

function findingOf(raw: string, piece: Piece): Finding {
  const text = raw.slice(piece.start, piece.end)
  const [first = '', ...rest] = text.split('.', 8)
  return {
    text,
    start: piece.start,
    end: piece.end,
    pieces: [piece],
    removal: noRemoval(),
    dots: rest.length < 7 ? rest.length : text.split('.').length - 1,
    header: peekHeader(first),
    disclosures: null,
    cutAfter: null,
    firstBlankAfter: null,
    blanks: 0,
  }
}

function readFound(
  raw: string,
  findings: readonly Finding[],
  commands: readonly FoundCommand[],
  hasKey: boolean,
): Intake {
  const places = new PlaceFinder(raw, commands, readHar(raw))
  const found = new Map<string, Told>()
  for (const finding of findings) {
    const token = tokenOf(raw, finding, places.find(finding))
    if (!found.has(token.text)) found.set(token.text, { token, finding })
  }
  const told = accessFirst([...found.values()])
  const around = toldAlone(raw, told)
  const rest = {
    removal: around?.removal ?? noRemoval(),
    ignored: around?.ignored ?? 0,
    repeats: findings.length - told.length,
    hasKey,
  }
  const holding = commands.filter(({ start, end }) =>
    told.some(({ token }) => token.start >= start && token.end <= end),
  )
  return intakeOf(told.length === 1 ? 'token' : 'tokens', tellTokens(told, rest), {
    tokens: told.map(({ token }) => token),
    warnings: warnAbout(told, holding, raw),
    carried: told.map(({ token: { place, name } }) => ({
      place,
      name,
      url: holding[0]?.request?.url ?? null,
    })),
    request: (holding[0] ?? commands[0])?.request ?? null,
  })
}

/** A token that nothing names may stand alone or among other text; its place is told apart here. */
function toldAlone(raw: string, told: readonly Told[]): Around | null {
  const [only] = told
  if (only === undefined || told.length > 1 || only.token.place.kind !== 'text') return null
  const { token } = only
  const around = readAround(raw, token.start, token.end)
  if (around.isPlain) token.place = { kind: 'plain' }
  return around
}

function readForm(raw: string, form: Exclude<JsonForm, { kind: 'decoded' }>): Intake {
  switch (form.kind) {
    case 'key':
      return keyIntake(form.text, form.holds)
    case 'jwe':
      return intakeOf(
        'jwe-json',
        'JWE in JSON form. Only its header can be read without its key.',
        { tokens: [formToken(raw, form, null)] },
      )
    case 'jws': {
      const { signatures, peek } = form
      const name = nameByClaims(peek, peekHeader(peek.split('.', 1)[0] ?? ''))
      const count =
        signatures === 1 ? '1 signature.' : `${signatures} signatures. Showing the first.`
      return intakeOf('jws-json', `JWS in JSON form, ${count}`, {
        tokens: [formToken(raw, form, name)],
      })
    }
    default:
      return form satisfies never
  }
}

const formToken = (
  raw: string,
  { start, end }: { start: number; end: number },
  name: string | null,
): FoundToken => ({
  text: raw.slice(start, end),
  start,
  end,
  rawAt: null,
  name,
  place: { kind: 'plain' },
})

const otherIntake = ({ name }: OpaqueShape): Intake =>
  intakeOf('other', `Not a JWT: looks like ${name}. There is nothing to decode here.`)

function bareText(raw: string): string {
  const { start, end } = bareValue(raw)
  return raw.slice(start, end)
}

function keyIntake(text: string, holds: KeyHolds): Intake {
  const warnings: Record<KeyHolds, string[]> = {
    public: [],
    private: [PRIVATE_KEY],
    secret: [
      'That is a shared secret: whoever has it can sign tokens. If it is real, keep it out of web pages.',
    ],
  }
  return intakeOf('key', 'That is a key, not a token: placed in the key box.', {
    key: text,
    warnings: warnings[holds],
  })
}

/** Neither token nor key: the sentence says what was pasted, if that is known. */
function readNone(text: string, form: JsonForm | null, commands: readonly FoundCommand[]): Intake {
  const [command] = commands
  if (command !== undefined) {
    const { tool, request } = command
    const answer =
      request === null ? 'its response' : `the response to ${request.method} ${request.url}`
    return intakeOf(
      'garbage',
      `No token found: this ${tool} command carries none. Paste ${answer} instead.`,
      { warnings: warnAbout([], commands, ''), request },
    )
  }
  if (form?.kind === 'decoded') return intakeOf('garbage', tellDecoded(form.alg))
  if (isBareKey(text)) return keyIntake(text, 'public')
  return intakeOf('garbage', tellOther(text))
}
