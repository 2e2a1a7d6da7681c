import { performance } from 'node:perf_hooks';
import type promClient from 'prom-client';
import type { Metric, Registry } from 'prom-client';
import { Buckets, Tally } from './Buckets';
import type { LabelsOf, MetricDefinition, MetricKey } from './metricsTable';
import { metricsTable } from './metricsTable';

type PromClient = typeof promClient;

type Labels = Readonly<Record<string, string>>;

/** A value of a gauge, with its labels. */
export type Reading<K extends MetricKey<'gauge'>> = readonly [labels: LabelsOf<K>, value: number];

/** What was counted for each set of labels. */
class Series<T> {
  private readonly byLabels = new Map<string, { readonly labels: Labels; readonly counted: T }>();

  constructor(
    private readonly names: readonly string[],
    private readonly create: () => T,
  ) {}

  of(labels: Labels): T {
    const key = this.keyOf(labels);
    const known = this.byLabels.get(key);
    if (known !== undefined) return known.counted;
    const counted = this.create();
    this.byLabels.set(key, { labels: { ...labels }, counted });
    return counted;
  }

  drop(labels: Labels): void {
    this.byLabels.delete(this.keyOf(labels));
  }

  get all(): Iterable<{ readonly labels: Labels; readonly counted: T }> {
    return this.byLabels.values();
  }

  private keyOf(labels: Labels): string {
    let key = '';
    for (const name of this.names) key += `${labels[name] ?? ''}\n`;
    return key;
  }
}

/**
 * The metrics of one process, in the text form of Prometheus. A gauge costs nothing until it is scraped.
 *
 * Counts are kept here, and prom-client gets them at the scrape: its own counters check and hash all labels each time, and
 * three of them took 8 of the 110 µs of a known query.
 *
 * If there are no metrics, everything that would count gets `undefined` in place of them, and prom-client is not loaded.
 */
export class Metrics {
  private readonly tallies = new Map<string, Series<Tally>>();
  private readonly histograms = new Map<string, Series<Buckets>>();
  /** Counters that are kept elsewhere. */
  private readonly totals = new Map<string, () => number>();
  private readonly registry: Registry;

  /** Loads prom-client. */
  static async create(): Promise<Metrics> {
    return new Metrics(await import('prom-client'));
  }

  private constructor(private readonly client: PromClient) {
    this.registry = new client.Registry();
    client.collectDefaultMetrics({ register: this.registry });
    for (const [key, definition] of Object.entries<MetricDefinition>(metricsTable)) {
      if (definition.kind === 'counter') this.addCounter(key, definition);
      if (definition.kind === 'histogram') this.addHistogram(key, definition);
    }
    this.watchLoop();
  }

  /** A count to add to. Keep it if it is counted often: to add to it is nearly free. */
  tally<K extends MetricKey<'counter'>>(key: K, labels: LabelsOf<K>): Tally {
    return found(this.tallies, key).of(labels);
  }

  count<K extends MetricKey<'counter'>>(key: K, labels: LabelsOf<K>, by = 1): void {
    this.tally(key, labels).value += by;
  }

  /** A histogram to add to. Keep it if values come often. */
  buckets<K extends MetricKey<'histogram'>>(key: K, labels: LabelsOf<K>): Buckets {
    return found(this.histograms, key).of(labels);
  }

  /** @param value in seconds. */
  observe<K extends MetricKey<'histogram'>>(key: K, labels: LabelsOf<K>, value: number): void {
    this.buckets(key, labels).observe(value);
  }

  /**
   * Names what a gauge is read from, at each scrape. A gauge without it is not shown.
   *
   * @throws if the gauge is read from something already.
   */
  read<K extends MetricKey<'gauge'>>(key: K, collect: () => Iterable<Reading<K>>): void {
    const { name, help, labels } = metricsTable[key];
    const gauge = new this.client.Gauge({
      name,
      help,
      labelNames: Object.keys(labels),
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        for (const [of, value] of collect()) gauge.set(of, value);
      },
    });
  }

  /** Names what a counter without labels is read from, at each scrape, if it is kept elsewhere. */
  readTotal(key: MetricKey<'counter'>, total: () => number): void {
    this.totals.set(key, total);
  }

  /** Forgets what was counted with these labels: nothing is counted with them any more. */
  drop<K extends MetricKey<'counter' | 'histogram'>>(key: K, labels: LabelsOf<K>): void {
    this.tallies.get(key)?.drop(labels);
    this.histograms.get(key)?.drop(labels);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All metrics of now. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private addCounter(key: string, { name, help, labels, starts = [] }: MetricDefinition): void {
    const labelNames = Object.keys(labels);
    const series = new Series(labelNames, () => new Tally());
    const [label] = labelNames;
    if (label === undefined) series.of({});
    else for (const value of starts) series.of({ [label]: value });
    this.tallies.set(key, series);
    const counter = new this.client.Counter({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: () => {
        counter.reset();
        const total = this.totals.get(key);
        if (total !== undefined) counter.inc(total());
        else for (const { labels: of, counted } of series.all) counter.inc(of, counted.value);
      },
    });
  }

  private addHistogram(key: string, { name, help, labels, buckets = [] }: MetricDefinition): void {
    const series = new Series(Object.keys(labels), () => new Buckets(buckets));
    this.histograms.set(key, series);
    const values = () => [...series.all].flatMap(({ labels: of, counted }) => samplesOf(name, of, counted));
    const shown = {
      name,
      help,
      type: 'histogram',
      get: () => Promise.resolve({ name, help, type: 'histogram', values: values() }),
    };
    // prom-client shows whatever has this method. Its own type is the union of its classes.
    this.registry.registerMetric(shown as unknown as Metric);
  }

  private watchLoop(): void {
    let last = performance.eventLoopUtilization();
    this.read('loopUtilization', () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, last);
      last = now;
      return [[{}, utilization]];
    });
  }
}

const found = <T>(series: ReadonlyMap<string, Series<T>>, key: string): Series<T> => {
  const one = series.get(key);
  if (one === undefined) throw new TypeError(`Expected a metric of the table, but got ${key}.`);
  return one;
};

/** A histogram as Prometheus has it. */
const samplesOf = (name: string, labels: Labels, counted: Buckets): readonly object[] => [
  ...[...counted.cumulative()].map(([le, value]) => ({
    metricName: `${name}_bucket`,
    labels: { le, ...labels },
    value,
  })),
  { metricName: `${name}_sum`, labels, value: counted.sum },
  { metricName: `${name}_count`, labels, value: counted.count },
];
