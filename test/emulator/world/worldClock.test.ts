import { createWorldClock } from '../../../src/emulator/world/WorldClock';

it('starts at its epoch and runs with the wall clock', () => {
  let wall = 5000;
  const clock = createWorldClock({ epoch: 1000, wallClock: () => wall });
  const start = clock.now();

  wall += 250;

  expect([start, clock.now()]).toEqual([1000, 1250]);
});

it('runs on from where it was set, and can be stepped either way', () => {
  let wall = 0;
  const clock = createWorldClock({ epoch: 1000, wallClock: () => wall });

  clock.set(50_000);
  wall += 10;
  clock.advance(500);
  const ahead = clock.now();
  clock.advance(-600);

  expect([ahead, clock.now()]).toEqual([50_510, 49_910]);
});

it('stands still if it is frozen, until it is moved', () => {
  let wall = 0;
  const clock = createWorldClock({ epoch: 1000, wallClock: () => wall, frozen: true });

  wall += 99;
  const still = clock.now();
  clock.advance(5);

  expect([still, clock.now()]).toEqual([1000, 1005]);
});
