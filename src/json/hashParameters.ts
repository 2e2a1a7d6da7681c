import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from './jsonObject';
import { tryParseJson } from './tryParseJson';

/** One value that was sent. */
export interface HashedValue {
  /** See {@link hashOfText}. */
  readonly hash: string;
  /** Whether it is long enough to say something wherever it turns up: see {@link isDistinctive}. */
  readonly isDistinctive: boolean;
}

/** A parameter that was sent. Its values are those in it, if it is a list or an object, or JSON or commas in a text. */
export interface HashedParameter {
  readonly name: string;
  /** None for a parameter that is named like a secret. */
  readonly values: readonly HashedValue[];
}

/** What is kept of the parameters of a request that somebody made. */
export interface HashedParameters {
  readonly parameters: readonly HashedParameter[];
  /** The account that assumed the role which made the request. */
  readonly assumedFrom?: string;
}

/** Differs in each process, so that no hash says anything outside of it. */
const key = randomBytes(32);

const namesSecret = /passw|pwd|secret|token|key|credential|private/i;

/** The one value that is kept, and no secret though its name looks like one. */
const assumedFromName = 'stsTokenPlayerUid';

const mostValues = 200;
const longestTakenApart = 16_384;

/** A keyed hash of a text: equal for equal texts within this process. */
export const hashOfText = (text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/** Six characters or more, and no number that could be anything: a port, a size, a day. */
export const isDistinctive = (text: string): boolean => text.length >= 6 && !/^[-+\d.]{1,9}$/.test(text);

/** Keeps names, and keyed hashes of the values, of the parameters that somebody sent. Nothing else of them is kept. */
export function hashParameters(sent: JsonObject): HashedParameters {
  const parameters: HashedParameter[] = [];
  let left = mostValues;
  for (const [name, value] of Object.entries(sent)) {
    if (name === assumedFromName) continue;
    const values = namesSecret.test(name) ? [] : [...textsIn(value)].slice(0, left).map(toHashed);
    left -= values.length;
    parameters.push({ name, values });
  }
  const assumedFrom = sent[assumedFromName];
  const isId = /^\d{5,32}$/.test(String(assumedFrom));
  return { parameters, ...(isId && { assumedFrom: String(assumedFrom) }) };
}

const toHashed = (text: string): HashedValue => ({ hash: hashOfText(text), isDistinctive: isDistinctive(text) });

/** Every single value in a value. What stands under a name like that of a secret is omitted. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'number' || typeof value === 'boolean') yield String(value);
  else if (typeof value === 'string') yield* textsInText(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) if (!namesSecret.test(name)) yield* textsIn(part);
  }
}

function* textsInText(text: string): Generator<string> {
  if (text === '') return;
  const isShort = text.length <= longestTakenApart;
  const parsed = isShort && /^\s*[[{]/.test(text) ? tryParseJson(text) : undefined;
  if (typeof parsed === 'object' && parsed !== null) yield* textsIn(parsed);
  else {
    yield text;
    if (isShort && text.includes(',')) yield* text.split(',').map((part) => part.trim());
  }
}
