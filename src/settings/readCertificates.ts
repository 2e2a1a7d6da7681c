import { X509Certificate } from 'node:crypto';
import { readText } from '../environment/readText';

const pem = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * The certificates in a file, in PEM.
 *
 * @param setting the variable that names the file.
 * @throws if it cannot be read, or holds none or a broken one, in a sentence for operators.
 */
export function readCertificates(path: string, setting = 'CA_FILE'): readonly string[] {
  const expected = `${setting} must be a file of certificates in PEM, but ${JSON.stringify(path)}`;
  const blocks = readText(path, expected).match(pem) ?? [];
  if (blocks.length === 0) throw new Error(`${expected} holds none.`);
  return blocks.map((block, index) => {
    try {
      return new X509Certificate(block).toString();
    } catch {
      throw new Error(`${expected} holds a broken one, the ${index + 1}. of ${blocks.length}.`);
    }
  });
}
