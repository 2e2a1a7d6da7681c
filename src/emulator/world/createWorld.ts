import { Trail } from '../actiontrail/Trail';
import { AccountGroups } from '../cloud-config/AccountGroups';
import { Recorders } from '../cloud-config/Recorders';
import { Timelines } from '../cloud-config/Timelines';
import { AccountFactory } from '../governance/AccountFactory';
import { Directories } from '../resource-manager/Directories';
import { Roles } from '../sts/Roles';
import { Sessions } from '../sts/Sessions';
import { AccessKeys } from './AccessKeys';
import { Accounts } from './Accounts';
import type { World } from './World';
import { createWorldClock } from './WorldClock';
import type { WorldDefinition } from './WorldDefinition';
import { toEpochMs } from './WorldDefinition';
import { generatedWorld } from './population/generatedWorld';
import { readWorldDefinition } from './readWorldDefinition';
import { seededRandom } from './seededRandom';

export interface WorldOptions {
  /** Real time, which world time keeps step with. */
  readonly wallClock?: () => number;
  /** A generated directory of so many members stands in for the world that is named. */
  readonly accounts?: number;
  /** How many resources of the generated directory changed in the last day. */
  readonly changedToday?: number;
  /** What the generated directory follows from. */
  readonly seed?: string;
}

/**
 * Creates a world. All its state is in the returned object: a second call with the same arguments creates another
 * world, at its start.
 *
 * @param source `demo`, `fresh`, `documents`, the path of a world file, or a definition.
 * @throws WorldError that lists everything that is wrong with a file or definition.
 */
export function createWorld(source: string | WorldDefinition, options: WorldOptions = {}): World {
  const { wallClock = Date.now, accounts: size, seed, changedToday } = options;
  const generated = size === undefined ? undefined : generatedWorld(size, seed, changedToday);
  const definition = generated?.definition ?? readWorldDefinition(source);
  const population = generated?.population;
  const clock = createWorldClock({
    epoch: toEpochMs(definition.epoch),
    wallClock,
    frozen: definition.clock === 'frozen',
  });
  const keys = new AccessKeys(definition, population);
  const sessions = new Sessions(wallClock);
  const outages: ReadonlySet<string> = new Set(definition.outages);
  const random = seededRandom(definition.name);

  const build = (): World => {
    const accounts = new Accounts(definition.accounts, population);
    const directories = new Directories(clock, definition.directories, population?.members);
    const timelines = new Timelines(definition.resources, population?.resources);
    const world: World = {
      name: definition.name,
      clock,
      readings: definition.readings,
      accounts,
      recorders: new Recorders(clock, definition.accounts, population),
      timelines,
      trail: new Trail({ definition, clock, timelines, directories, accounts }),
      indexLagMs: definition.indexLagSeconds * 1000,
      directories,
      complianceRules: definition.complianceRules,
      accountGroups: new AccountGroups(clock, definition.accountGroups, directories),
      accountFactory: new AccountFactory(clock, accounts, definition.governance, population?.enrollments),
      roles: new Roles(definition.roles, accounts, directories),
      sessions,
      random,
      accessKey: (id) => keys.get(id) ?? sessions.get(id),
      isDown: (productCode) => outages.has(productCode),
      permits: (principalId, ramAction) => keys.permits(principalId, ramAction),
      forRequest: () => (definition.memory === 'none' ? build() : world),
    };
    return world;
  };
  return build();
}
