import { createHash } from 'node:crypto';

/** A script that Redis runs as one step: nothing happens between its commands. All its keys share one hash tag. */
export interface Script {
  readonly lua: string;
  /** SHA-1 of the text, by which Redis knows it once it has run it. */
  readonly sha: string;
}

export const defineScript = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

/** Lines of Lua that set `now` to the time of Redis, milliseconds since the epoch with fractions. */
export const redisNow = `local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
`;
