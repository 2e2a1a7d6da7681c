import { open } from 'node:fs/promises';

/** Appends bytes to something. */
export type Append = (bytes: Buffer) => Promise<void>;

/** Appends to a file. What was written survives the end of the process. The file is opened each time, so that it can be moved away. */
export const appendDurably =
  (path: string): Append =>
  async (bytes) => {
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  };

/** One after another, whatever became of those before. */
export const inTurn = <T>(run: (value: T) => Promise<void>): ((value: T) => Promise<void>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const done = last.then(() => run(value));
    last = done.catch(() => undefined);
    return done;
  };
};
