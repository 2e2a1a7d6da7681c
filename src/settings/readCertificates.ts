import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates in a file, in PEM.
 *
 * @throws if it cannot be read, or holds none or a broken one, in a sentence for operators.
 */
export function readCertificates(path: string): readonly string[] {
  const expected = `CA_FILE must be a file of certificates in PEM, but ${JSON.stringify(path)}`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new Error(`${expected} cannot be read (${String(code)}).`);
  }
  const blocks = text.match(pem) ?? [];
  if (blocks.length === 0) throw new Error(`${expected} holds none.`);
  return blocks.map((block, index) => {
    try {
      return new X509Certificate(block).toString();
    } catch {
      throw new Error(`${expected} holds a broken one, the ${index + 1}. of ${blocks.length}.`);
    }
  });
}
