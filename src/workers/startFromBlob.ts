/** How is a worker started so that the policy of the page holds in it? One from an address would have none. decisions.md B. */

/** `address` is one of the build's own files. A file that does not arrive is an `error` event at the worker. */
export function startFromBlob(address: string): Worker {
  const file = JSON.stringify(new URL(address, document.baseURI).href)
  // a static import would count as a worker from an address, which the policy refuses
  const source = `import(${file}).catch(reportError)`
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  return new Worker(blob, { type: 'module' })
}
