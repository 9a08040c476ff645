/** How does a file made here get to the user’s own computer, without the page being left? */

let last: string | null = null

/** Through a link to the bytes in memory; the one of the file before is given back. */
export function saveFile(name: string, content: Blob): void {
  if (last !== null) URL.revokeObjectURL(last)
  last = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = last
  link.download = name
  link.click()
}

export const saveText = (name: string, text: string, type: string): void =>
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }))

const SCALE = 2

/** The picture in twice its size; null where the browser cannot draw it. */
export async function drawPng(svg: {
  text: string
  width: number
  height: number
}): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg.text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(svg.width * SCALE)
    canvas.height = Math.ceil(svg.height * SCALE)
    const context = canvas.getContext('2d')
    if (context === null) return null
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
