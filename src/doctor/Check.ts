import type { Finding } from './Finding';
import type { Patient } from './Patient';

/** One thing that is looked at. */
export interface Check {
  /** One word, for `--json` and the left column. */
  readonly name: string;
  /** What is looked at, in a few words for docs and `--help`. */
  readonly about: string;
  run(patient: Patient): Promise<readonly Finding[]>;
}
