/** Does a key belong to what has the focus, so that it is no shortcut? ux.md 6.1. */

/** True in fields, menus, tabs, and while a dialog is open. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role="menu"], [role="tab"]') !== null
  )
}
