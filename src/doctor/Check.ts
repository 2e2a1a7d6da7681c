import type { Finding } from './Finding';
import type { Probe } from './Probe';

/** One thing that is looked at. */
export interface Check {
  /** One word, for `--json` and the left column. */
  readonly name: string;
  /** What is looked at, in a few words for docs and `--help`. */
  readonly about: string;
  run(probe: Probe): Promise<readonly Finding[]>;
}
