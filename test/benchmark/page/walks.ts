import type { Walk } from '../walk';
import type { Walks } from './results';
import { megabytes, table, times, whole } from './text';

/** How a client walks a small directory and a large one, as a section of the page. */
export const walksSection = ({ pages, few, many }: Walks): string => `
A client reads ${pages} pages one after the other, and starts again if there are fewer:

\`\`\`graphql
{
  accounts(first: 100) {
    nodes {
      displayName
      configurationRecorder {
        status
      }
      enrollment {
        status
      }
    }
  }
}
\`\`\`

- Gateway and emulator are separate processes. The gateway has its default settings, quotas and \`CACHE_MEGABYTES\` included.
  The quotas of the emulator are off.
- Every recorder is read in its own account, through a session of a role there.
- “Early” is the median of the ten pages after the first. “Late” is the median of the ten pages before the last.
- “Heap” is the largest heap after a garbage collection, at any page.
- The command \`npm run bench\` fails if the heap of the large directory is more than 1.3 times that of the small one. It also
  fails if a late page of the large directory takes more than twice as long as an early one.

${table(
  [
    'accounts read',
    'upstream calls',
    'early, ms a page',
    'late, ms a page',
    'late to early',
    'heap',
    'heap to that of the small one',
  ],
  [few, many].map((walk) => rowOf(walk, few)),
)}
A page that was read within the last ten seconds comes from the cache, so ${pages} pages of a small directory cost little. If
every page has other members, it takes as long as a hundred sessions do under the quota of STS, which is 80 a second. Upstream
calls do not include sessions (AssumeRole).
`;

const rowOf = ({ accounts, calls, earlyMs, lateMs, heapBytes }: Walk, small: Walk): readonly string[] => [
  whole(accounts),
  whole(calls),
  whole(earlyMs),
  whole(lateMs),
  times(lateMs / earlyMs),
  megabytes(heapBytes),
  times(heapBytes / small.heapBytes),
];
