import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A file that no other process of this machine has. */
export interface FileLock {
  release(): Promise<void>;
}

/** Addresses of sockets may have about 100 bytes, depending on the system. */
const longestAddress = 100;

/**
 * Takes a file for this process alone, containers that share its folder included.
 *
 * Each process listens on a socket beside the file. One that accepts connections belongs to a process that lives, even if it
 * is paused. Whatever way a process ended, its socket refuses them, so nothing has to be cleaned up by hand. Each listens
 * before it looks for others: of two that start at the same time, at least one finds the other.
 *
 * @throws an error that names the process that has the file, or says why it cannot be locked.
 */
export const lockFile = async (path: string): Promise<FileLock> => {
  const folder = await realpath(dirname(path));
  const ending = `.${process.pid}-${randomBytes(4).toString('hex')}.lock`;
  const beside = join(folder, basename(path));
  const isTooLong = Buffer.byteLength(beside + ending) > longestAddress;
  const prefix = isTooLong ? join(await realpath(tmpdir()), `ledger-${digestOf(beside)}`) : beside;
  const server = createServer((socket) => socket.destroy());
  server.unref();
  server.listen(prefix + ending);
  await once(server, 'listening');
  const release = async (): Promise<void> => {
    server.close();
    await once(server, 'close');
  };
  try {
    await findOthers(prefix, basename(prefix + ending), path);
  } catch (error) {
    await release();
    throw error;
  }
  return { release };
};

/** What follows the name of the file in that of a lock. */
const lockEnding = /^\.(\d+)-[0-9a-f]{8}\.lock$/;

/** @throws if a process that lives has the file. */
const findOthers = async (prefix: string, own: string, path: string): Promise<void> => {
  const [folder, base] = [dirname(prefix), basename(prefix)];
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(base) ? lockEnding.exec(name.slice(base.length))?.[1] : undefined;
    if (pid === undefined || name === own) continue;
    const address = join(folder, name);
    if (await isListenedTo(address)) {
      throw new Error(
        `The mutation ledger ${path} is in use by process ${pid}. Each process needs a file of its own: set LEDGER.`,
      );
    }
    await unlink(address).catch(() => undefined);
  }
};

/** Only a refusal proves that nobody is there. */
const isListenedTo = async (address: string): Promise<boolean> => {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    return code !== 'ECONNREFUSED' && code !== 'ENOENT';
  } finally {
    socket.destroy();
  }
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
