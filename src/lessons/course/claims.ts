/** Lesson 4: who agreed on what a claim means, and which claims does a server insist on? ux.md 5.3; rows 16 to 20 of 5.5. */
import { right, wrong } from '../../simulation/preset.ts'
import { registeredClaimNames } from '../../claims/claimNames.ts'
import { listed, shown } from '../../token/quote.ts'
import { claimBins, claimCards } from '../boards/claimCards.ts'
import { ladderStep, mandatoryStep } from './claimsSteps.ts'
import { step, type Lesson } from '../lesson.ts'
import { coded } from '../readProse.ts'
import { isOwnName, seeName, startName } from '../boards/nameBoard.ts'
import { isSorted, solveSort, startSort, tellSorted } from '../boards/sortBoard.ts'

export const claimsLesson: Lesson = {
  slug: 'claims',
  title: 'Claims: three kinds',
  hook: 'sub, name, admin: three claims, three different owners.',
  minutes: 7,
  needs: 'readable',
  steps: [
    step({
      title: 'Sort them',
      hook: 'sub, name, admin: three claims, three different owners.',
      tell: () => [
        'A claim is a statement about somebody or something, most often the user. The *payload* is a set of them.',
        'The standard itself defines seven names: those are *Registered*. *Public* names stand in a list that all may read, the IANA registry, or hold something that is yours alone, such as a web address. All others are *Private*: two sides agree on what they mean.',
      ],
      prediction: () => ({
        question: 'Who decided what `sub` means?',
        choices: [
          wrong(
            'You and the server',
            'That is how a private claim works. `sub` means the same to everybody.',
          ),
          right(
            'The JWT standard',
            'RFC 7519 section 4.1 defines it, so every library reads it alike.',
          ),
          wrong(
            'The library you use',
            'A library follows the standard here. If each had its own meaning, tokens could not travel.',
          ),
        ],
      }),
      task: 'Put every claim where it belongs: the three of the notes, and those of your token.',
      board: 'sort',
      start: (token) => startSort(claimBins, claimCards(token)),
      solution: (token) => solveSort(claimBins, claimCards(token)),
      goal: isSorted,
      feedback: tellSorted,
      explain: ({ cards }) => [
        `Among these ${cards.length} claims, ${countIn(cards, 'Registered')} are Registered, ${countIn(cards, 'Public')} are Public and ${countIn(cards, 'Private')} are Private.`,
        'The kind says who agreed on the meaning. It does not say whether the claim is true.',
      ],
      notes: [
        {
          says: 'Registered claims are not mandatory but recommended.',
          isSo: 'So the standard has it. A server may still insist on some: SimpleJWT refuses a token without `exp`, as the last step shows.',
        },
        {
          says: 'One note names iss, exp, sub and aud, the others name none.',
          isSo: `There are ${registeredClaimNames.size} of them: ${listed([...registeredClaimNames].map(coded))}.`,
        },
      ],
    }),
    step({
      title: 'Make it collide',
      hook: 'Your claim means one thing to you. Who else uses its name?',
      tell: (token) => [
        `A private name such as ${shown(startName(token).name)} works as long as both sides mean the same by it.`,
        'Now a partner reads your tokens too, and it has claims of its own. Rename yours until its name means something else to somebody.',
      ],
      prediction: () => ({
        question: 'Two companies use the same private name for different things. Who notices?',
        choices: [
          wrong('The library', 'It has no list of private names. Both uses are well-formed JSON.'),
          wrong(
            'The signature check',
            'It proves who wrote the name, and never what was meant by it.',
          ),
          right(
            'Nobody, until the values are used',
            'The token passes every check, and each side reads its own meaning into it.',
          ),
        ],
      }),
      task: 'Choose a name that somebody else already uses in another sense.',
      board: 'name',
      start: startName,
      solution: (token) => ({ ...startName(token), name: 'role' }),
      goal: ({ collision }) => collision !== null,
      feedback: ({ name, collision }) =>
        collision === null ? `Nobody here uses ${shown(name.trim())} for anything else.` : null,
      explain: ({ name, collision }) => [
        collision ??
          `Nobody here uses ${shown(name.trim())} for anything else. Try a shorter, more common word.`,
        'A collision is quiet: the token is checked, accepted and misread.',
      ],
    }),
    step({
      title: 'Give it an address',
      hook: 'Find a name that nobody else will ever take.',
      tell: () => [
        'You own a domain, and nobody else does. A name that starts with it, such as `https://shop.example/role`, can only be yours.',
        'It costs some bytes in every token. It never has to be a page that opens: it is a name, not a link.',
      ],
      prediction: null,
      task: 'Turn role into a name that collides with nobody, by putting a domain in it.',
      board: 'name',
      about: 'A claim called role',
      start: () => ({ name: 'role', value: '"gold"' }),
      solution: () => ({ name: 'https://shop.example/role', value: '"gold"' }),
      goal: isOwnName,
      feedback: (seen) => {
        if (isOwnName(seen)) return null
        return seen.collision === null
          ? `Somebody else may still choose ${shown(seen.name.trim())} as well.`
          : 'Somebody else already uses this name.'
      },
      explain: (seen) => [
        isOwnName(seen)
          ? `${shown(seen.name.trim())} is Public. ${seen.reason}`
          : `${shown(seen.name.trim())} is ${seen.kind}. ${seen.reason}`,
        'Public means that anybody may define such a name without asking, and still no two meet by chance.',
      ],
      notes: [
        {
          says: 'One note stops at: public claims can be defined at will.',
          isSo: 'At will, but not under any name: it stands in the IANA registry, or it carries something that is yours alone, such as a domain.',
        },
      ],
    }),
    ladderStep,
    mandatoryStep,
  ],
  aha: 'A claim is only a statement. Its kind tells you who agreed on what it means, and the server decides which ones it needs.',
  teacher: {
    minutes: [2, 1, 1, 1, 2],
    sketch: [
      'Three circles: the standard (7 names), the registry and names with a domain, everybody’s own.',
      'Two companies with one word, role, and a different picture over each.',
      'A ladder with five rungs; exp hangs on Time, iss and aud on Policy.',
    ],
    beliefs: [
      {
        belief: 'Public claims are those that everybody can read.',
        answer:
          'Every claim of a signed token can be read. Public is about the name: nobody else uses it for something else.',
      },
      {
        belief: 'admin is a registered claim, it stands in the example.',
        answer: `${shown('admin')} is ${seeName({ name: 'admin', value: 'true' }).kind}: it means what this app and its server say.`,
      },
      {
        belief: 'A token without exp is broken.',
        answer:
          'By the standard it is complete. It never expires, which is why many servers refuse it.',
      },
    ],
  },
}

const countIn = (cards: readonly { bin: string }[], bin: string): number =>
  cards.filter((card) => card.bin === bin).length
