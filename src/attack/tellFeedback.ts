/** What happened last in a room of the attack lab, and what comes next? ux.md 5.4. */
import { lacksOf, type Room } from './room.ts'
import type { Switches } from './switches.ts'
import { closesAll, goalsOf, isBreach, isDone, isStopped, type Trial } from './trial.ts'

export interface Feedback {
  /** `task`: nothing was answered yet; `breach`: the forged token got in; the others as the server answered. */
  kind: 'task' | 'breach' | 'refused' | 'let in' | 'done'
  said: string
  /** Why it was so; null where the first sentence says it. */
  why: string | null
  next: string | null
}

/** `switches` as they stand now; the trials in the order in which they were sent. */
export function tellFeedback(room: Room, trials: readonly Trial[], switches: Switches): Feedback {
  const last = trials.at(-1)
  if (!last) return { kind: 'task', said: TASK, why: null, next: null }
  const goals = goalsOf(trials, room.fixes)
  if (last.switches !== switches && !isDone(goals))
    return afterFlip(room, goals.isBreached, switches)
  if (isBreach(last))
    return {
      kind: 'breach',
      said: 'You are in. The forged token got in, and the server takes you for an admin.',
      why: room.worked,
      next: 'Now set the server right, and send the same token again.',
    }
  if (isDone(goals))
    return {
      kind: 'done',
      said: 'The hole is closed, and Alice still gets in. This room is done.',
      why: null,
      next: null,
    }
  if (last.sender === 'alice') return afterAlice(room, last, goals.isBreached)
  if (last.outcome.kind === 'accepted')
    return {
      kind: 'let in',
      said: 'Your token got in, but not as an admin.',
      why: 'Its payload has to say that admin is true.',
      next: null,
    }
  if (goals.isBreached && isStopped(last)) return afterFix(room, goals.isMended)
  return {
    kind: 'refused',
    said: 'Your token is refused.',
    why: last.outcome.why,
    next: nextAfterRefusal(room, last, goals.isBreached),
  }
}

const TASK = 'Make a token that lets you in as an admin, and send it.'

function afterFlip(room: Room, isBreached: boolean, switches: Switches): Feedback {
  const isClosed = closesAll(switches, room.fixes)
  return {
    kind: 'task',
    said: isClosed ? 'The server is set right.' : 'The server stands as you set it.',
    why: null,
    next: isBreached
      ? 'Send your token again, and see what it makes of it.'
      : isClosed
        ? 'You have not been in yet. Take the fix back to see the attack work first.'
        : TASK,
  }
}

function afterAlice(room: Room, last: Trial, isBreached: boolean): Feedback {
  if (last.outcome.kind === 'refused')
    return { kind: 'refused', said: 'Alice is refused.', why: last.outcome.why, next: null }
  const isClosed = closesAll(last.switches, room.fixes)
  return {
    kind: 'let in',
    said: 'Alice gets in, and not as an admin. That is right.',
    why: null,
    next: !isBreached
      ? 'Now make a token that gets in as an admin.'
      : isClosed
        ? 'Now send your forged token again: it has to be refused.'
        : 'The hole is still open. Set the server right, and send your token again.',
  }
}

function afterFix(room: Room, isMended: boolean): Feedback {
  return isMended
    ? {
        kind: 'refused',
        said: 'Your token is refused.',
        why: room.stopped,
        next: 'Send Alice’s token too: a fix that locks her out is none.',
      }
    : {
        kind: 'refused',
        said: 'Your token is refused, but another way in is still open.',
        why: null,
        next: 'Find a token for it, or close it as well and send again.',
      }
}

function nextAfterRefusal(room: Room, last: Trial, isBreached: boolean): string {
  const isTouched = lacksOf(room).some((name) => last.switches[name])
  if (isBreached) return 'It would not have got in at first either. Send the one that did.'
  return isTouched && last.isForAdmin
    ? 'At first it would have got in. Take the fix back to see that, then mend the server.'
    : 'Change it and send it again. The moves lead there, one by one.'
}
