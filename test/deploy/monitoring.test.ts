import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import type { MetricDefinition } from '../../src/observability/metrics/metricsTable';
import { metricsTable, processMetrics } from '../../src/observability/metrics/metricsTable';
import { textOf } from '../docs/pages';

/** The alert rules and the dashboard say nothing that the gateway does not show. */

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook_url: string };
}

const { groups } = parse(read('deploy/prometheus/alerts.yaml')) as {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Alert[] }[];
};
const alerts = groups.flatMap(({ rules }) => rules);

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const dashboard = JSON.parse(read('deploy/grafana/dashboard.json')) as {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly query: string | { readonly query: string } }[] };
};
const targets = dashboard.panels.flatMap(({ title, targets: all = [] }) =>
  all.map(({ expr, legendFormat }) => ({ title, expr, legendFormat })),
);

/** What Prometheus itself adds. */
const addedLabels = ['job', 'instance', 'le'];

/** The labels of each metric, its samples by their own names. */
const labelsByMetric = new Map<string, readonly string[]>([
  ['up', addedLabels],
  ...Object.values<MetricDefinition>(metricsTable).flatMap(({ name, kind, labels }) => {
    const all = [...Object.keys(labels), ...addedLabels];
    const names = kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name];
    return names.map((each) => [each, all] as const);
  }),
  ...Object.keys(processMetrics).flatMap((name) => {
    const names =
      name === 'nodejs_gc_duration_seconds' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name];
    return names.map((each) => [each, ['kind', 'version', ...addedLabels]] as const);
  }),
]);

/** What an expression names that does not exist, or that cannot be parsed. */
const mistakesIn = (expression: string): readonly string[] => {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const mistakes: string[] = [];
  const metrics: string[] = [];
  const grouped: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (node.type.isError) mistakes.push(`no PromQL at ${from}: ${text}`);
      const word = text.slice(from, to);
      if (name === 'GroupingLabels')
        grouped.push(...node.getChildren('LabelName').map((each) => text.slice(each.from, each.to)));
      if (name !== 'VectorSelector') return;
      const identifier = node.getChild('Identifier');
      const metric = identifier === null ? word : text.slice(identifier.from, identifier.to);
      metrics.push(metric);
      const labels = labelsByMetric.get(metric);
      if (labels === undefined) mistakes.push(`no metric ${metric}`);
      const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
      for (const matcher of matchers) {
        const label = matcher.getChild('LabelName');
        const named = label === null ? '' : text.slice(label.from, label.to);
        if (labels !== undefined && !labels.includes(named)) mistakes.push(`${metric} has no label ${named}`);
      }
    },
  });
  const known = new Set(metrics.flatMap((metric) => labelsByMetric.get(metric) ?? []));
  mistakes.push(
    ...grouped.filter((label) => !known.has(label)).map((label) => `no metric here has the label ${label}`),
  );
  if (metrics.length === 0) mistakes.push(`no metric in ${text}`);
  return mistakes;
};

describe('the reader of expressions', () => {
  it.each([
    ['rate(governance_reads_total{source="cache"}[5m])', []],
    ['rate(governance_read_total[5m])', ['no metric governance_read_total']],
    ['governance_reads_total{origin="cache"}', ['governance_reads_total has no label origin']],
    ['sum by (kind) (governance_reads_total)', ['no metric here has the label kind']],
    ['governance_request_duration_seconds', ['no metric governance_request_duration_seconds']],
    ['1 + 1', ['no metric in 1 + 1']],
  ])('reads %s', (expression, mistakes) => {
    expect(mistakesIn(expression)).toEqual(mistakes);
  });

  it('notices what is no PromQL', () => {
    expect(mistakesIn('sum(governance_ready')).not.toEqual([]);
  });
});

describe('the alert rules', () => {
  it.each(alerts)('$alert names metrics and labels that exist', ({ expr }) => {
    expect(mistakesIn(expr)).toEqual([]);
  });

  it.each(alerts)('$alert has a severity, a summary, a description, and its section in the playbook', (alert) => {
    const kebab = alert.alert.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
    const { summary, description, runbook_url: runbook } = alert.annotations;

    expect(['critical', 'warning']).toContain(alert.labels.severity);
    expect(summary).toMatch(/\.$/);
    expect(description).toMatch(/\.$/);
    expect(runbook).toBe(`docs/DEPLOYING.md#alert-${kebab}`);
  });

  it('have a name each', () => {
    const names = alerts.map(({ alert }) => alert);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('show in their descriptions only labels that their expressions keep', () => {
    const unknown = alerts.flatMap(({ alert, expr, annotations: { description } }) => {
      const kept = /\b(?:by) \(([^)]*)\)/.exec(expr)?.[1]?.split(/, ?/) ?? ['instance', 'job'];
      return [...description.matchAll(/\$labels\.(\w+)/g)]
        .map(([, label = '']) => label)
        .filter((label) => !kept.includes(label))
        .map((label) => `${alert}: ${label}`);
    });

    expect(unknown).toEqual([]);
  });
});

describe('the playbook', () => {
  const [, playbook = ''] = /^## Playbook\n(.*?)(?=^## |(?![\s\S]))/ms.exec(textOf('docs/DEPLOYING.md')) ?? [];
  const sections = new Map(
    playbook
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0] ?? '', section] as const),
  );

  it.each(alerts)('says what $alert means, what to check and what to do', ({ alert }) => {
    const words = alert.replace(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
    const section = sections.get(`Alert: ${words}`);

    expect(section).toContain('**Meaning:**');
    expect(section).toContain('**Check:**');
    expect(section).toContain('**Action:**');
  });

  it('has no section for an alert that does not exist', () => {
    const names = alerts.map(({ alert }) => `Alert: ${alert.replace(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase()}`);

    expect([...sections.keys()].filter((title) => title.startsWith('Alert: ') && !names.includes(title))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it.each(targets)('$title names metrics and labels that exist: $expr', ({ expr }) => {
    expect(mistakesIn(expr)).toEqual([]);
  });

  it('shows in its legends only labels that its expressions keep', () => {
    const unknown = targets.flatMap(({ title, expr, legendFormat }) => {
      const kept = /\bby \(([^)]*)\)/.exec(expr)?.[1]?.split(/, ?/) ?? ['instance'];
      return [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, label = '']) => label)
        .filter((label) => !kept.includes(label))
        .map((label) => `${title}: ${label}`);
    });

    expect(unknown).toEqual([]);
  });

  it('has an ID for each panel, and asks each for one replica or all', () => {
    const ids = dashboard.panels.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter(({ expr }) => !expr.includes('job="$job",instance=~"$instance"'))).toEqual([]);
  });

  it('shows every metric of ours that an operator follows', () => {
    const all = targets.map(({ expr }) => expr).join('\n');
    const notFollowed = ['governance_info', 'governance_alarms_total', 'governance_known_documents'];
    const names = Object.values<MetricDefinition>(metricsTable).map(({ name }) => name);

    expect(names.filter((name) => !all.includes(name)).sort()).toEqual(notFollowed.sort());
  });
});
