/** Which forms of key are recognised and not opened here, and which command opens them? RFC 7468, RFC 5958 §3, RFC 4716. */

/** Recognised by its label or its bytes; the key inside is locked, or not one for tokens. */
export type NamedForm =
  | 'certificate-request'
  | 'encrypted'
  | 'openssh-private'
  | 'ssh-public'
  | 'pgp'

const publicForm = (name: string, command: string | null) => ({ name, command, isPrivate: false })
const privateForm = (name: string, command: string) => ({ name, command, isPrivate: true })

/** What the form is, and the command that turns it into one this page reads. */
export function tellNamedForm(form: NamedForm): {
  name: string
  command: string | null
  isPrivate: boolean
} {
  switch (form) {
    case 'certificate-request':
      return publicForm('a certificate request', 'openssl req -in req.pem -pubkey -noout')
    case 'ssh-public':
      return publicForm('an SSH public key', 'ssh-keygen -e -m PKCS8 -f key.pub')
    case 'pgp':
      return publicForm('a PGP block', null)
    case 'encrypted':
      return privateForm('an encrypted private key', 'openssl pkey -in key.pem -pubout')
    case 'openssh-private':
      return privateForm('an OpenSSH private key', 'ssh-keygen -e -m PKCS8 -f key')
    default:
      return form satisfies never
  }
}
