import type { Spread } from '../comparison/spread';

/** How the page writes figures. */

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;

export const timesSpread = ({ median, low, high }: Spread): string =>
  `${times(median)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

export const megabytes = (bytes: number): string => `${whole(bytes / 1e6)} MB`;

/** A table in Markdown. */
export const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
