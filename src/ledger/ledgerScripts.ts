import { deadAfterMs } from '../redis/RedisClient';
import type { Script } from '../redis/Script';
import { defineScript, redisNow } from '../redis/Script';

/*
 * The ledger in Redis. KEYS of all: the first part of its keys, and the signs of life of processes. An entry is a hash:
 *
 * | field | content |
 * | --- | --- |
 * | `claim` | the claim, in JSON |
 * | `state`, `sentAt`, `end` | as in `Entry`; `end` in JSON |
 * | `claimedAt` | milliseconds since the epoch, by Redis |
 * | `by`, `fence` | the process that claimed it or looks after it, and the number of that claim |
 * | `key`, `natural`, `before`, `owner`, `bytes` | what `MemoryLedger` keeps of it; empty if there is none |
 */
const common = `
local base = KEYS[1]
local function entryOf(id) return base .. ':entry:' .. id end
local function isDead(process)
  local seen = redis.call('ZSCORE', KEYS[2], process)
  return not seen or now - seen > ${deadAfterMs}
end
local function grow(owner, bytes)
  redis.call('HINCRBY', base .. ':bytes', '*', bytes)
  if owner ~= '' and redis.call('HINCRBY', base .. ':bytes', owner, bytes) == 0 then
    redis.call('HDEL', base .. ':bytes', owner)
  end
end
local function resize(id, bytes)
  local known = redis.call('HMGET', entryOf(id), 'owner', 'bytes')
  grow(known[1], bytes - known[2])
  redis.call('HSET', entryOf(id), 'bytes', bytes)
end
local function remove(id)
  local key, natural, before, owner, bytes =
    unpack(redis.call('HMGET', entryOf(id), 'key', 'natural', 'before', 'owner', 'bytes'))
  if not bytes then return end
  grow(owner, -bytes)
  redis.call('DEL', entryOf(id))
  redis.call('ZREM', base .. ':open', id)
  redis.call('ZREM', base .. ':ended', id)
  if key ~= '' and redis.call('GET', base .. ':key:' .. key) == id then redis.call('DEL', base .. ':key:' .. key) end
  local named = base .. ':natural:' .. natural
  if natural == '' or redis.call('GET', named) ~= id then return end
  if before ~= '' and redis.call('EXISTS', entryOf(before)) == 1 then redis.call('SET', named, before)
  else redis.call('DEL', named) end
end
-- Takes over what a process left that is dead. What it had only claimed was not sent. The rest is never sent again.
local function takeOver(id, process)
  local state, by = unpack(redis.call('HMGET', entryOf(id), 'state', 'by'))
  if not state then return redis.call('ZREM', base .. ':open', id) and false end
  if state == 'ENDED' or not isDead(by) then return false end
  if state == 'CLAIMED' then remove(id) return false end
  redis.call('HSET', entryOf(id), 'state', 'UNKNOWN', 'by', process, 'fence', redis.call('INCR', base .. ':fence'))
  return true
end
local function all(id) return redis.call('HGETALL', entryOf(id)) end`;

/**
 * ARGV: the claim, its ID, key, natural key, owner and bytes; the process; how long entries are kept; how many bytes there may be;
 * and 1 if it is not to be claimed but looked up. Returns a word, the entry that stands against it, and the earlier one; for a new one its
 * fence and time.
 */
const claim = `${common}
local text, id, key, natural, owner, bytes, process, kept, most, isSought = unpack(ARGV)
if isSought == '0' then
  for _, old in ipairs(redis.call('ZRANGEBYSCORE', base .. ':ended', '-inf', now - kept, 'LIMIT', 0, 100)) do remove(old) end
end
local function named(kind, name)
  local found = name ~= '' and redis.call('GET', base .. ':' .. kind .. ':' .. name)
  if not found or redis.call('EXISTS', entryOf(found)) == 0 then return nil end
  if isSought == '0' then takeOver(found, process) end
  if redis.call('EXISTS', entryOf(found)) == 0 then return redis.call('GET', base .. ':' .. kind .. ':' .. name) or nil end
  return found
end
local twin = named('natural', natural)
local other = named('key', key)
if not other and twin and redis.call('HGET', entryOf(twin), 'state') ~= 'ENDED' then other = twin end
local earlier = twin and all(twin) or {}
if isSought == '1' then return { 'SOUGHT', other and { other, all(other) } or {}, twin and { twin, earlier } or {} } end
if other then return { 'OTHER', { other, all(other) }, {} } end
local free = most - (redis.call('HGET', base .. ':bytes', '*') or 0)
if free <= 0 then return { 'FULL' } end
if owner ~= '' and (redis.call('HGET', base .. ':bytes', owner) or 0) + 0 >= free then return { 'OWNER' } end
local fence = redis.call('INCR', base .. ':fence')
redis.call('HSET', entryOf(id), 'claim', text, 'state', 'CLAIMED', 'claimedAt', string.format('%.0f', now), 'by', process,
  'fence', fence, 'key', key, 'natural', natural, 'before', twin or '', 'owner', owner, 'bytes', 0)
resize(id, bytes)
redis.call('ZADD', base .. ':open', now, id)
if key ~= '' then redis.call('SET', base .. ':key:' .. key, id) end
if natural ~= '' then redis.call('SET', base .. ':natural:' .. natural, id) end
return { 'NEW', { id, all(id) }, twin and { twin, earlier } or {} }`;

/** ARGV: ID, fence, time, bytes. Only the holder of the claim may send. */
const sent = `${common}
local state, fence = unpack(redis.call('HMGET', entryOf(ARGV[1]), 'state', 'fence'))
if state ~= 'CLAIMED' or fence ~= ARGV[2] then return 0 end
redis.call('HSET', entryOf(ARGV[1]), 'state', 'SENT', 'sentAt', ARGV[3])
resize(ARGV[1], ARGV[4])
return 1`;

/** ARGV: ID, state, end, bytes, and 1 if nobody can ask for it. What has ended stays as it is. */
const end = `${common}
local id, state, text, bytes, isForgotten = unpack(ARGV)
local before, claimedAt = unpack(redis.call('HMGET', entryOf(id), 'state', 'claimedAt'))
if not before or before == 'ENDED' then return 0 end
if isForgotten == '1' then remove(id) return 1 end
redis.call('HSET', entryOf(id), 'state', state, 'end', text)
resize(id, bytes)
if state == 'ENDED' then
  redis.call('ZREM', base .. ':open', id)
  redis.call('ZADD', base .. ':ended', claimedAt, id)
end
return 1`;

/** ARGV: ID, fence. */
const release = `${common}
if redis.call('HGET', entryOf(ARGV[1]), 'fence') ~= ARGV[2] then return 0 end
remove(ARGV[1])
return 1`;

/** ARGV: ID. */
const find = `${common}
return all(ARGV[1])`;

/** ARGV: the process. Returns what it has to find out from now on. */
const adopt = `${common}
local found = {}
for _, id in ipairs(redis.call('ZRANGE', base .. ':open', 0, 999)) do
  if takeOver(id, ARGV[1]) then found[#found + 1] = { id, all(id) } end
end
return found`;

const clear = `${common}
for _, kind in ipairs({ ':open', ':ended' }) do
  for _, id in ipairs(redis.call('ZRANGE', base .. kind, 0, -1)) do remove(id) end
end
return 1`;

/** The scripts of the ledger. @param now lines that set the time. */
export const ledgerScripts = (now = redisNow) => {
  const define = (lua: string): Script => defineScript(now + lua);
  return {
    claim: define(claim),
    sent: define(sent),
    end: define(end),
    release: define(release),
    find: define(find),
    adopt: define(adopt),
    clear: define(clear),
  };
};
