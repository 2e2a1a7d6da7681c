import { useSyncExternalStore } from 'react';

/** What the page has cost so far, in upstream calls. */
interface Cost {
  readonly calls: number;
  readonly cached: number;
}

let total: Cost = { calls: 0, cached: 0 };
const listeners = new Set<() => void>();

/** Adds what the gateway reports of one answer. */
export const noteCost = (extensions: Record<string, unknown> | undefined): void => {
  const cost = extensions?.cost as { actualCalls: number; cached: number } | undefined;
  if (!cost) return;
  total = { calls: total.calls + cost.actualCalls, cached: total.cached + cost.cached };
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useCost = (): Cost => useSyncExternalStore(subscribe, () => total);
