import type { GatewayOptions } from '../support/startGateway';
import { withGateway } from '../support/startGateway';

/*
 * How sure authors and configurations of the past are: `node --import tsx test/benchmark/authors.ts`. It reads the changes of
 * the demo and of a generated directory, and the configuration of each changed resource a day before.
 */

const worlds: readonly (readonly [name: string, options: GatewayOptions, last: string])[] = [
  ['demo, 80 days', { world: 'demo' }, 'P80D'],
  ['500 accounts, 400 changed resources, a day', { accounts: 500, changedToday: 400 }, 'P1D'],
];

const changes = `query ($last: String!, $after: String) {
  configurationChanges(first: 50, after: $after, between: { last: $last }) {
    nodes { attribution { confidence reason } resource { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const snapshots = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CloudResource {
  configurationAt(time: "2026-06-29T08:00:00Z") { certainty reasons }
} } }`;

interface Changes {
  readonly configurationChanges: {
    readonly nodes: readonly {
      readonly attribution: { readonly confidence: string; readonly reason: string | null } | null;
      readonly resource: { readonly id: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface Snapshots {
  readonly nodes: readonly ({
    readonly configurationAt: { readonly certainty: string; readonly reasons: readonly string[] } | null;
  } | null)[];
}

const add = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Counts, and shares in percent. */
const show = (title: string, counts: Readonly<Record<string, number>>): void => {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  process.stdout.write(`${title}: ${sum}\n`);
  const rows = Object.entries(counts).sort(([, one], [, other]) => other - one);
  console.table(rows.map(([what, count]) => ({ what, count, percent: Math.round((1000 * count) / sum) / 10 })));
};

const measure = async (): Promise<void> => {
  for (const [name, options, last] of worlds) {
    await withGateway(options, async (gateway) => {
      const authors: Record<string, number> = {};
      const resources = new Set<string>();
      let after: string | null = null;
      do {
        const answer: { readonly data?: Changes | null } = await gateway.query<Changes>(changes, { last, after });
        const { nodes, pageInfo } = answer.data?.configurationChanges ?? { nodes: [], pageInfo: undefined };
        for (const { attribution, resource } of nodes) {
          add(authors, `${attribution?.confidence ?? 'error'} ${attribution?.reason ?? ''}`.trim());
          resources.add(resource.id);
        }
        after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
      } while (after !== null);
      show(`Authors of changes, ${name}`, authors);

      const certainties: Record<string, number> = {};
      for (let start = 0; start < resources.size; start += 20) {
        const ids = [...resources].slice(start, start + 20);
        const { data } = await gateway.query<Snapshots>(snapshots, { ids });
        for (const node of data?.nodes ?? []) {
          const { certainty = 'none', reasons = [] } = node?.configurationAt ?? {};
          add(certainties, [certainty, ...reasons].join(' '));
        }
      }
      show(`Configurations a day before, ${name}`, certainties);
    });
  }
};

void measure();
