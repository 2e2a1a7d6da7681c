/** A word or phrase that our English avoids. */
export interface WordRule {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

/**
 * Words that may stand before "where": a place, or the verb of an indirect question ("shows where a page ends"). After
 * any other word, "where" is a condition.
 */
const places = [
  'place|places|point|position|line|file|page|folder|cursor|step|offset|there|elsewhere|everywhere|from|to|of|about',
  'is|be|see|sees|know|known|say|says|show|shows|find|finds|found|remember|record|decide|decides|report|reports',
].join('|');

const avoid = (words: string, instead: string): WordRule => ({
  pattern: new RegExp(`\\b(?:${words})\\b`, 'gi'),
  instead,
});

/** The words of the style guide's rules 1, 2, 5 and 10, as far as a pattern can find them. */
export const wordRules: readonly WordRule[] = [
  {
    pattern: new RegExp(`(?<!\\b(?:${places}),?[\\s\\n]+)(?<=[\\w),;:][\\s\\n]+)where\\b`, 'gi'),
    instead: 'if, for a condition; when, for a time',
  },
  { pattern: /(?<=^|[.!?]\s+)Where\b(?=[^.?]*,)(?![^.]*\?)/g, instead: 'If' },
  avoid('dear|dearer|dearest', 'expensive, more expensive, most expensive'),
  avoid('whoever', 'the caller, or whom you mean'),
  avoid('as a rule', 'usually'),
  avoid('under way', 'in flight, running, in progress'),
  avoid('leaves? out|leaving out|left out', 'omit, omits, omitted'),
  avoid('(?<=[\\w,]\\s+)save (?:for|that|those|the|in|as|by|where|if|when)', 'except'),
  avoid('(?:is|are|was|were|be|been|being) told', 'receives, sees, or an active verb with its subject'),
  avoid('tells?', 'says, reports, returns, shows'),
  avoid('(?:is|are|was|were|be|been|being) asked', 'calls, reads, requests, with its subject'),
  avoid('held against', 'compared with, checked against'),
  avoid('(?:cannot|can not) be meant', 'is invalid'),
  avoid('wants|believes|cares', 'a verb for what the code does'),
  avoid('called off', 'canceled'),
  avoid('misspelt|enrolments?|organisations?|initialis\\w+|recognis\\w+|behaviours?', 'the American spelling'),
];

/** The most words of a sentence in descriptions, messages and pages. */
export const maxWords = 30;
