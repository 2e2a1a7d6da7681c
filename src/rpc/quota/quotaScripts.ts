import { defineScript, redisNow } from '../../redis/Script';

/*
 * `SlidingWindow`, for all replicas together: the same limits, the same pace, by the time of Redis. A property test compares the
 * two call by call. KEYS of all: state, times of the calls in the window, calls that the upstream may still count.
 */

/** Reads the state, and the limits: ARGV 1 to 4 are the window in milliseconds, and how many calls, at once, and counted. */
const readState = `
local window, calls, atOnce, counted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local state = redis.call('HMGET', KEYS[1], 'due', 'paused', 'cutAt', 'cutFrom', 'cutOver', 'promised')
local lastDue, promised = tonumber(state[1]), tonumber(state[6])
local paused = tonumber(state[2]) or -math.huge
local cutAt, cutFrom, cutOver = tonumber(state[3]) or -math.huge, tonumber(state[4]) or 1, tonumber(state[5]) or -math.huge
local perSecond = calls / (window / 1000)

local function text(moment) return string.format('%.3f', moment) end
local function plateauSeconds(from) return (from * perSecond * 0.3 / 0.4) ^ (1 / 3) end
local function shareAt(moment)
  if moment >= cutOver then return 1 end
  local seconds = (moment - cutAt) / 1000 - plateauSeconds(cutFrom)
  return math.min(1, cutFrom + 0.4 * seconds * seconds * seconds / perSecond)
end
local function keep()
  local longest = math.max(window, paused - now, cutOver - now)
  redis.call('PEXPIRE', KEYS[1], math.ceil(longest) + 1000)
end`;

/**
 * Takes as many turns as there are, at most ARGV 5. ARGV 6 is how long a call may take, 7 and 8 name the turns.
 *
 * Returns how many were taken; how long until the next one, milliseconds; the gap behind it; and how many calls the window has.
 */
export const quotaTake = (now = redisNow) =>
  defineScript(`${now}${readState}
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now - window))
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', text(now))
local count, held = redis.call('ZCARD', KEYS[2]), redis.call('ZCARD', KEYS[3])

local function scaled(limit, share) return math.max(1, math.floor(limit * share + 1e-9)) end
local share = shareAt(now)
local function soonest(at)
  if share == 1 then return at(1) end
  return math.min(at(share), math.max(cutOver, at(1)))
end

local sent
local function sentAt(index)
  if not sent then
    sent = {}
    local members = redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES')
    for position = 2, #members, 2 do sent[position / 2] = tonumber(members[position]) end
  end
  return sent[index] or -math.huge
end

local function paced(part)
  local burst = scaled(atOnce, part)
  if not lastDue or count == 0 or count < burst then return nil end
  local burstAt = sentAt(count - burst + 1) + window
  if burstAt <= math.max(now, paused) then return nil end
  local most, gap = scaled(calls, part), 0
  for steps = math.max(1, most - count + 1), most do
    gap = math.max(gap, (sentAt(count + steps - most) + window - lastDue) / steps)
  end
  return math.min(burstAt, lastDue + gap)
end

local function nextAt()
  local slot = soonest(function(part) return math.max(now, paused, paced(part) or -math.huge) end)
  local room = soonest(function(part)
    if held < scaled(counted, part) then return now end
    local first = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')
    -- Not before a call ends, and a window after it.
    return math.min(tonumber(first[2]), now + window)
  end)
  return math.max(slot, room)
end

local taken, dueAt = 0, promised
local free = nextAt()
while taken < tonumber(ARGV[5]) and free <= now do
  local evenGap = window / scaled(calls, share)
  local behindLast = paced(share)
  if not behindLast then behindLast = (count > 0 and lastDue or -math.huge) + evenGap end
  local latest = now - (scaled(atOnce, share) - 1) * evenGap
  lastDue = math.min(now, math.max(behindLast, dueAt or now, latest))
  local turn = ARGV[7] .. ':' .. (ARGV[8] + taken)
  redis.call('ZADD', KEYS[2], text(now), turn)
  redis.call('ZADD', KEYS[3], text(now + ARGV[6] + window), turn)
  taken, count, held = taken + 1, count + 1, held + 1
  if sent then sent[count] = now end
  free = nextAt()
end

if taken > 0 then redis.call('HSET', KEYS[1], 'due', text(lastDue)) end
if taken < tonumber(ARGV[5]) then redis.call('HSET', KEYS[1], 'promised', text(free))
else redis.call('HDEL', KEYS[1], 'promised') end
keep()
redis.call('PEXPIRE', KEYS[2], math.ceil(window) + 1000)
redis.call('PEXPIRE', KEYS[3], math.ceil(window + ARGV[6]) + 1000)
return { taken, tostring(math.max(0, free - now)), tostring(count < atOnce and 0 or window / scaled(calls, share)), count }`);

/** A call has ended: the upstream may count it for a window more. ARGV: the window in milliseconds, and the names of turns. */
export const quotaEnd = (now = redisNow) =>
  defineScript(`${now}
for index = 2, #ARGV do redis.call('ZADD', KEYS[3], 'XX', string.format('%.3f', now + ARGV[1]), ARGV[index]) end
return 1`);

/** The upstream refused a call. ARGV 5: how long ago it was sent; 6: the wait, or -1; 7: whether it was refused before. */
export const quotaThrottled = (now = redisNow) =>
  defineScript(`${now}${readState}
local wait = tonumber(ARGV[6])
paused = math.max(paused, now + math.min(math.max(wait, 0), 86400000))
redis.call('HSET', KEYS[1], 'paused', text(paused))
if ARGV[7] == '0' and now - ARGV[5] > cutAt then
  local from = shareAt(now)
  local recovery = 1000 * (plateauSeconds(from) + ((1 - from) * perSecond / 0.4) ^ (1 / 3))
  if wait >= 0 then recovery = math.min(recovery, wait) end
  cutOver = now + recovery
  redis.call('HSET', KEYS[1], 'cutAt', text(now), 'cutFrom', tostring(from), 'cutOver', text(cutOver))
end
keep()
return 1`);

/** Calls that a replica has sent by itself. ARGV 5 and on: how long ago, and the name of the turn, in pairs. */
export const quotaReport = (now = redisNow) =>
  defineScript(`${now}${readState}
for index = 5, #ARGV, 2 do
  local at = now - ARGV[index]
  redis.call('ZADD', KEYS[2], text(at), ARGV[index + 1])
  redis.call('ZADD', KEYS[3], 'NX', text(now + window), ARGV[index + 1])
  lastDue = math.max(lastDue or -math.huge, at)
end
redis.call('HSET', KEYS[1], 'due', text(lastDue))
keep()
redis.call('PEXPIRE', KEYS[2], math.ceil(window) + 1000)
-- Longer than it is needed: a call of another replica may be on its way.
redis.call('PEXPIRE', KEYS[3], math.ceil(window) + 60000)
return 1`);
