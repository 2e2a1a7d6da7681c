/**
 * What is wrong with CHANGELOG.md for a version, a sentence each. While the version is not released, its changes are under
 * `## Unreleased`. With `isFinal`, they have to be under its own heading, such as `## 1.2.0` or `## 1.2.0 (2026-11-30)`.
 */
export const problemsOfChangelog = (changelog: string, version: string, isFinal: boolean): readonly string[] => {
  const sections = changelog.split(/^## /m).slice(1);
  const contentOf = (heading: string): string | undefined =>
    sections
      .find((section) => section.split(/[\s(]/, 1)[0] === heading)
      ?.replace(/^.*\n/, '')
      .replace(/^#.*$/gm, '')
      .trim();
  const [own, unreleased] = [contentOf(version), contentOf('Unreleased')];
  if (own !== undefined) {
    const isLate = isFinal && unreleased !== undefined && unreleased !== '';
    return [
      ...(own === '' ? [`CHANGELOG.md says nothing about ${version}.`] : []),
      ...(isLate ? ['CHANGELOG.md has changes under "## Unreleased". Which version has them?'] : []),
    ];
  }
  if (isFinal) return [`CHANGELOG.md has no section "## ${version}".`];
  return unreleased === undefined || unreleased === ''
    ? [`CHANGELOG.md has no section "## ${version}" or "## Unreleased".`]
    : [];
};
