import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, warning } from '../Finding';

/** Less room than this is a warning: some 100,000 lines. Bytes. */
const littleRoom = 100_000_000;

/** Whether mutations can be audited. */
export const auditCheck: Check = {
  name: 'audit log',
  about: 'whether the audit log can be written',
  run: async ({ settings: { auditTarget, mutations } }) => {
    const unused = mutations ? '' : ' Mutations are off, so nothing is written.';
    if (auditTarget === 'stdout') {
      return [ok(`The audit log goes to stdout, among the lines of the log: collect them on another host.${unused}`)];
    }
    return [await writable('AUDIT_LOG', auditTarget, unused)];
  },
};

/** Whether mutations can be remembered. */
export const ledgerCheck: Check = {
  name: 'ledger',
  about: 'whether the ledger of mutations can be written',
  run: async ({ settings: { mutationLedger, redisAccess, mutations, upstream } }) => {
    const { place } = mutationLedger;
    if (place?.kind === 'file') return [await writable('LEDGER', place.path, '')];
    if (place?.kind === 'redis' || (place === undefined && redisAccess.urls !== undefined)) {
      return [ok('LEDGER is redis: while Redis is not available, no mutation is sent.')];
    }
    return mutations && upstream === 'alibaba-cloud'
      ? [
          warning(
            'LEDGER is memory: if the process ends, the keys of clients are forgotten.',
            'Set LEDGER=file:<path>, on a volume that survives the process, or REDIS_URL.',
          ),
        ]
      : [ok('LEDGER is memory, which is enough without mutations of real accounts.')];
  },
};

/** Whether lines can be appended to a file. Creates and changes nothing. */
async function writable(setting: string, path: string, unused: string): Promise<Finding> {
  const exists = await stat(path).then(
    (found) => found,
    (error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : codeOf(error)),
  );
  const remedy = `Name a file in a folder that the user of this process may write, or unset ${setting}.`;
  if (typeof exists === 'string')
    return problem(`${setting} names ${path}, which cannot be looked at (${exists}).`, remedy);
  if (exists?.isDirectory()) return problem(`${setting} names ${path}, which is a folder.`, remedy);
  const written = exists === undefined ? dirname(path) : path;
  try {
    await access(written, exists === undefined ? constants.W_OK | constants.X_OK : constants.W_OK | constants.R_OK);
  } catch (error) {
    return problem(`${setting} names ${path}, but ${written} cannot be written (${codeOf(error)}).`, remedy);
  }
  const { bavail, bsize } = await statfs(dirname(path));
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  return bavail * bsize < littleRoom
    ? warning(
        `${setting} names ${path}, whose disk has ${megabytes} MB left. If it is full, no mutation is sent.`,
        'Make room, or name a file on another disk.',
      )
    : ok(`${setting} names ${path}, which can be written.${unused}`);
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);
