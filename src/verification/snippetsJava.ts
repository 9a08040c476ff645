/** Which Java checks a signature, with the standard library of Java 17 alone? Java Security Standard Algorithm Names. */
import type { SecretEncoding } from '../keys/secret.ts'
import {
  DOUBLE_QUOTED,
  inBase64url,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  sizeOf,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'

const SECRETS: Record<SecretEncoding, string> = {
  utf8: `"${PLACEHOLDER}".getBytes(StandardCharsets.UTF_8)`,
  base64: `Base64.getDecoder().decode("${PLACEHOLDER}")`,
  base64url: `Base64.getUrlDecoder().decode("${PLACEHOLDER}")`,
  hex: `HexFormat.of().parseHex("${PLACEHOLDER}")`,
}

export function writeJava(subject: SnippetSubject): string | null {
  const lines = linesOf(subject)
  if (lines === null) return null
  return `import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.*;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Check {
  public static void main(String[] args) throws Exception {
    byte[] input = "${subject.input}".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = Base64.getUrlDecoder().decode("${inBase64url(subject)}");
${lines.map((line) => `    ${line}`).join('\n')}
    System.out.println(matches ? "${MATCHES}" : "${MISMATCH}");
  }
}`
}

function linesOf({ algorithm, curve, encoding }: SnippetSubject): string[] | null {
  const size = sizeOf(algorithm)
  switch (algorithm.family) {
    case 'hmac':
      return [
        `// ${tellSecretPlace(encoding, DOUBLE_QUOTED)}`,
        `byte[] secret = ${SECRETS[encoding]};`,
        `Mac mac = Mac.getInstance("HmacSHA${size}");`,
        `mac.init(new SecretKeySpec(secret, "HmacSHA${size}"));`,
        'boolean matches = MessageDigest.isEqual(mac.doFinal(input), signature);',
      ]
    case 'rsa-pkcs1':
      return withKey('RSA', `SHA${size}withRSA`)
    case 'rsa-pss':
      return withKey(
        'RSA',
        'RSASSA-PSS',
        `check.setParameter(new PSSParameterSpec("SHA-${size}", "MGF1", MGF1ParameterSpec.SHA${size}, ${Number(size) / 8}, 1));`,
      )
    case 'ecdsa':
      return curve === 'secp256k1' ? null : withKey('EC', `SHA${size}withECDSAinP1363Format`)
    case 'eddsa':
      return withKey('EdDSA', 'EdDSA')
    case 'ml-dsa':
      return ['// Java 24 or later', ...withKey('ML-DSA', 'ML-DSA')]
    default:
      return algorithm.family satisfies never
  }
}

const withKey = (kind: string, scheme: string, ...parameters: string[]): string[] => [
  `String pem = Files.readString(Path.of("${KEY_FILE}"));`,
  'byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));',
  `PublicKey key = KeyFactory.getInstance("${kind}").generatePublic(new X509EncodedKeySpec(der));`,
  `Signature check = Signature.getInstance("${scheme}");`,
  ...parameters,
  'check.initVerify(key);',
  'check.update(input);',
  'boolean matches = check.verify(signature);',
]
