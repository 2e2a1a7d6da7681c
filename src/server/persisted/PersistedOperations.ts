import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { UserError } from '../../errors/UserError';
import type { PersistedSettings } from '../../settings';
import { readManifest } from './readManifest';

/** The most memory for documents that clients have sent, in characters. */
const maxKept = 10_000_000;

/** What Apollo Server puts before each hash. */
const prefix = /^apq:/;

/** The operations that clients may send by their hash, as Apollo Server looks them up. */
export class PersistedOperations {
  private readonly known: ReadonlyMap<string, string>;
  private readonly bodies: ReadonlySet<string>;
  private readonly kept = new LRUCache<string, string>({ maxSize: maxKept, sizeCalculation: ({ length }) => length });

  /** @throws if the manifest cannot be read. */
  constructor(private readonly settings: PersistedSettings) {
    this.known = settings.manifest === undefined ? new Map() : readManifest(settings.manifest);
    this.bodies = new Set(this.known.values());
  }

  /** For Apollo Server: false if clients may send no hashes. */
  get cacheOptions(): { readonly cache: PersistedOperations } | false {
    return this.settings.mode === 'off' ? false : { cache: this };
  }

  get(key: string): Promise<string | undefined> {
    const hash = key.replace(prefix, '');
    return Promise.resolve(this.known.get(hash) ?? this.kept.get(hash));
  }

  set(key: string, document: string): Promise<void> {
    if (this.settings.mode === 'auto') this.kept.set(key.replace(prefix, ''), document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.kept.delete(key.replace(prefix, '')));
  }

  /** Refuses documents that are not in the manifest, if no others may run. */
  limit(app: FastifyInstance): void {
    if (this.settings.mode !== 'only') return;
    app.addHook('preValidation', async ({ body, query, routeOptions: { url } }) => {
      if (url !== '/graphql') return;
      for (const parameters of [body, query] as ({ readonly query?: unknown } | null | undefined)[]) {
        const document = parameters?.query;
        if (document !== undefined && !(typeof document === 'string' && this.bodies.has(document))) throw unknown();
      }
    });
  }
}

const unknown = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'This deployment runs persisted operations only, and the document is none of them. Add it to the manifest of PERSISTED_OPERATIONS_MANIFEST.',
    zh: '此部署仅执行持久化操作，而此文档不在其中。请将其加入 PERSISTED_OPERATIONS_MANIFEST 指定的清单。',
  });
