/** Does the browser refuse every way out of this page? The one file that tries to reach another server, and only when asked. */
import { LEAK_TARGET } from '../../state/requests.ts'

/** What is sent: nothing of the user’s. */
const BAIT = 'not.a.token'
/** Milliseconds after which a way counts as open that the browser has not refused. */
const PATIENCE = 1500

export interface Attempt {
  /** As its makers call it. */
  way: string
  /** The rule that the browser named when it refused; null where it refused nothing. */
  rule: string | null
}

const WAYS: Record<string, (address: string) => void> = {
  fetch: (address) => {
    void fetch(address, { method: 'POST', mode: 'no-cors', body: BAIT }).catch(() => undefined)
  },
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.send(BAIT)
  },
  WebSocket: (address) => void new WebSocket(address.replace('https', 'wss')),
  EventSource: (address) => {
    const source = new EventSource(address)
    setTimeout(() => source.close(), PATIENCE)
  },
  sendBeacon: (address) => void navigator.sendBeacon(address, BAIT),
  'an image': (address) => {
    new Image().src = address
  },
  'a script': (address) => {
    const script = document.createElement('script')
    script.src = address
    document.head.append(script)
    script.remove()
  },
  'a form': (address) => {
    const frame = document.createElement('iframe')
    const form = document.createElement('form')
    frame.name = 'leak'
    frame.hidden = true
    Object.assign(form, { action: address, method: 'post', target: 'leak' })
    document.body.append(frame, form)
    form.submit()
    form.remove()
    setTimeout(() => frame.remove(), PATIENCE)
  },
}

/** Tries them all at once; never rejects, and answers within two seconds. */
export function tryToLeak(): Promise<Attempt[]> {
  const ways = Object.entries(WAYS).map(async ([way, act], place) => ({
    way,
    rule: await ruleAgainst(`${LEAK_TARGET}${place}`, act),
  }))
  return Promise.all([...ways, fromWorker()])
}

/** The browser tells of a refusal by an event, whichever way it was tried. */
function ruleAgainst(address: string, act: (address: string) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (rule: string | null): void => {
      removeEventListener('securitypolicyviolation', note)
      resolve(rule)
    }
    const note = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
      if (blockedURI.replace(/^wss:/, 'https:') === address) end(effectiveDirective)
    }
    addEventListener('securitypolicyviolation', note)
    setTimeout(() => end(null), PATIENCE)
    try {
      act(address)
    } catch {
      // some ways throw as well
    }
  })
}

/** The same from a worker, which has a policy of its own. */
function fromWorker(): Promise<Attempt> {
  const code = `addEventListener('securitypolicyviolation', (event) => postMessage(event.effectiveDirective))
fetch('${LEAK_TARGET}worker', { mode: 'no-cors' }).catch(() => undefined)`
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  return new Promise((resolve) => {
    const end = (rule: string | null): void => {
      worker.terminate()
      URL.revokeObjectURL(address)
      resolve({ way: 'fetch in a worker', rule })
    }
    worker.addEventListener('message', ({ data }) => end(String(data)))
    setTimeout(() => end(null), PATIENCE)
  })
}
