import { performance } from 'node:perf_hooks';
import type promClient from 'prom-client';
import type { Counter, Histogram, Registry } from 'prom-client';
import type { LabelsOf, MetricDefinition, MetricKey } from './metricsTable';
import { metricsTable } from './metricsTable';

type PromClient = typeof promClient;

/** A value of a gauge, with its labels. */
export type Reading<K extends MetricKey<'gauge'>> = readonly [labels: LabelsOf<K>, value: number];

/**
 * The metrics of one process, in the text form of Prometheus. A gauge costs nothing until it is scraped.
 *
 * If there are no metrics, everything that would count gets `undefined` in place of them, and prom-client is not loaded.
 */
export class Metrics {
  private readonly counters = new Map<MetricKey<'counter'>, Counter>();
  private readonly histograms = new Map<MetricKey<'histogram'>, Histogram>();
  private readonly registry: Registry;
  /** Counters that are kept elsewhere. */
  private readonly totals = new Map<string, () => number>();

  /** Loads prom-client. */
  static async create(): Promise<Metrics> {
    return new Metrics(await import('prom-client'));
  }

  private constructor(private readonly client: PromClient) {
    this.registry = new client.Registry();
    client.collectDefaultMetrics({ register: this.registry });
    for (const [key, definition] of Object.entries<MetricDefinition>(metricsTable)) {
      const { name, help, kind, labels, buckets = [], starts = [] } = definition;
      const about = { name, help, labelNames: Object.keys(labels), registers: [this.registry] };
      if (kind === 'counter') {
        const counter = new client.Counter({
          ...about,
          collect: () => {
            const total = this.totals.get(key);
            if (total === undefined) return;
            counter.reset();
            counter.inc(total());
          },
        });
        const [label = ''] = about.labelNames;
        for (const value of starts) counter.inc({ [label]: value }, 0);
        this.counters.set(key as MetricKey<'counter'>, counter);
      }
      if (kind === 'histogram') {
        const histogram = new client.Histogram({ ...about, buckets: [...buckets] });
        this.histograms.set(key as MetricKey<'histogram'>, histogram);
      }
    }
    this.watchLoop();
  }

  /** @param labels is not copied: pass the same object again if that is easy. */
  count<K extends MetricKey<'counter'>>(key: K, labels: LabelsOf<K>, by = 1): void {
    this.counters.get(key)?.inc(labels, by);
  }

  /** @param value in seconds. */
  observe<K extends MetricKey<'histogram'>>(key: K, labels: LabelsOf<K>, value: number): void {
    this.histograms.get(key)?.observe(labels, value);
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
    this.counters.get(key as MetricKey<'counter'>)?.remove(labels);
    this.histograms.get(key as MetricKey<'histogram'>)?.remove(labels);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All metrics of now. */
  text(): Promise<string> {
    return this.registry.metrics();
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
