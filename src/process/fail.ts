/** Prints why the process cannot go on, a line each, to stderr. It ends with exit code 1 when nothing is left to do. */
export function fail(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = 1;
}
