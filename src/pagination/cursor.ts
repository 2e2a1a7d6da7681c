import { createHash } from 'node:crypto';
import { z } from 'zod';
import { badInput, UserError } from '../errors/UserError';
import { tryParseJson } from '../json/tryParseJson';
import { CursorSeal } from './CursorSeal';

/** The first part of every cursor. Raise it if positions change meaning: an old cursor is then rejected as such. */
const format = 1;

/** How many characters detect a garbled cursor if there is no secret. */
const checksumLength = 8;

const envelope = z.tuple([z.literal(format), z.string(), z.string(), z.unknown()]);

/** Writes and reads the cursors of one connection field under one set of arguments. */
export interface Cursors<P> {
  encode(position: P): string;
  /**
   * @throws UserError BAD_USER_INPUT for a garbled cursor, for one of another field or of other arguments, and for one
   *   of a gateway that reads the list another way.
   */
  decode(cursor: string): P;
}

/**
 * How one gateway writes cursors: opaque, base64url over JSON, bound to the field and the arguments that they were made under.
 *
 * A cursor carries everything that is needed to continue, so it outlives this process, any upstream token and any
 * change of `first`. It grants nothing. A checksum detects a garbled one. With a secret, it is encrypted: nobody can forge or
 * read one.
 */
export class CursorFormat {
  private readonly seals: readonly CursorSeal[];

  /** @param secrets the first encrypts, and all of them decrypt. Without any, cursors are not encrypted. */
  constructor(secrets: readonly string[] = []) {
    this.seals = secrets.map((secret) => new CursorSeal(secret));
  }

  /**
   * @param field the connection's name, as messages print it.
   * @param args all arguments that every page of this list shares: all except `first` and `after`.
   * @param positionType what a position looks like.
   * @param argument by which clients pass them, as messages print it.
   */
  bind<P>(field: string, args: unknown, positionType: z.ZodType<P>, argument = 'after'): Cursors<P> {
    let known: string | undefined;
    const fingerprint = (): string => (known ??= digest(JSON.stringify(args), 16));
    const garbled = (cursor: string): UserError =>
      badInput([argument], { en: `a cursor that ${field} returned`, zh: ` ${field} 返回的游标` }, cursor);

    return {
      encode: (position) => this.write(JSON.stringify([format, field, fingerprint(), position])),

      decode: (cursor) => {
        const [, of, boundTo, rawPosition] = this.parse(cursor) ?? [];
        if (of !== field) throw garbled(cursor);
        if (boundTo !== fingerprint()) throw otherArguments(field, argument);
        const position = positionType.safeParse(rawPosition);
        if (!position.success) throw isImpossible(position.error) ? garbled(cursor) : otherReading(field, argument);
        return position.data;
      },
    };
  }

  /** The position in a cursor of any field, unchecked. Undefined for a garbled one. */
  positionIn(cursor: string): unknown {
    return this.parse(cursor)?.[3];
  }

  private write(text: string): string {
    return (this.seals[0]?.seal(text) ?? Buffer.from(digest(text, checksumLength) + text)).toString('base64url');
  }

  /** Undefined for a text that was never a cursor, or is not as it was. */
  private parse(cursor: string): z.infer<typeof envelope> | undefined {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.toString('base64url') !== cursor) return undefined;
    const text = this.seals.length === 0 ? textIn(bytes) : this.open(bytes);
    return text === undefined ? undefined : envelope.safeParse(tryParseJson(text)).data;
  }

  private open(bytes: Buffer): string | undefined {
    for (const seal of this.seals) {
      const text = seal.open(bytes);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

const otherArguments = (field: string, argument: string): UserError =>
  new UserError(
    'BAD_USER_INPUT',
    {
      en: `${argument} must be a cursor for the same arguments, but got one that ${field} returned for other arguments. Only first may change between pages.`,
      zh: `${argument} 应为相同参数下返回的游标，但收到了 ${field} 在其他参数下返回的游标：翻页时只能更改 first。`,
    },
    [argument],
  );

/** A cursor that is whole, and of this list, while its position means nothing here: the gateway was set otherwise. */
const otherReading = (field: string, argument: string): UserError =>
  new UserError(
    'BAD_USER_INPUT',
    {
      en: `${argument} must be a cursor for the gateway’s current settings, but ${field} returned this one when the gateway read the list from another version of the upstream. Start again without ${argument}.`,
      zh: `${argument} 应为网关在当前设置下返回的游标，但收到的游标是网关通过上游的其他版本读取该列表时由 ${field} 返回的。请不带 ${argument} 重新开始。`,
    },
    [argument],
  );

const textIn = (bytes: Buffer): string | undefined => {
  const text = bytes.subarray(checksumLength).toString('utf8');
  return bytes.equals(Buffer.from(digest(text, checksumLength) + text)) ? text : undefined;
};

/** A position of the right shape that no page has: a number out of its range, or one that contradicts another. */
const isImpossible = ({ issues }: z.ZodError): boolean =>
  issues.every(({ code }) => code === 'custom' || code === 'too_small' || code === 'too_big');

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, length);
