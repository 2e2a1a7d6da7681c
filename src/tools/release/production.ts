/** What `npm ci --omit=dev` installs, as package-lock.json names it, and what that may be. */

/** One package of a lock file. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  /** A folder of this repository. */
  readonly link?: boolean;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

export interface ProductionPackage extends Locked {
  readonly name: string;
  /** Its folder, from the root of the repository. */
  readonly place: string;
}

export const maxPackages = 200;

/** Megabytes. */
export const maxInstalledSize = 100;

/** Licences under which anyone may use and pass on the gateway. */
const freeLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** Its script only checks how its version is named, and `allowScripts` of package.json keeps it from running. */
const knownScripts: ReadonlySet<string> = new Set(['@apollo/protobufjs']);

const developmentOnly = /^(tsx|esbuild|@esbuild\/.*|typescript|ts-node|@swc\/.*)$/;

export const productionPackages = ({ packages }: Lock): readonly ProductionPackage[] =>
  Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && dev !== true && devOptional !== true)
    .map(([place, locked]) => ({ ...locked, place, name: place.split('node_modules/').at(-1) ?? '' }));

/** What is wrong with the packages of production, a sentence each. */
export const problemsOfProduction = (installed: readonly ProductionPackage[]): readonly string[] => [
  ...(installed.length > maxPackages
    ? [`Production installs ${installed.length} packages, but at most ${maxPackages} are allowed.`]
    : []),
  ...installed.filter(({ name }) => developmentOnly.test(name)).map(({ name }) => `${name} is for development only.`),
  ...installed
    .filter(({ link, license = '' }) => link !== true && !freeLicences.has(license))
    .map(({ name, license }) => `${name} has the licence ${license ?? '(none)'}, which is not on the list.`),
  ...installed
    .filter(({ name, hasInstallScript }) => hasInstallScript === true && !knownScripts.has(name))
    .map(({ name }) => `${name} has a script that npm runs when it installs it.`),
];
