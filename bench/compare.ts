import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Callers, identitiesOf, signAllIn } from './contenders/callers';
import { type Contender } from './contenders/contender';
import { floor } from './contenders/floor';
import { hive } from './contenders/hive';
import { type Installation, installationEnvironment, openInstallation } from './contenders/installation';
import { ourMany, ourOne } from './contenders/ours';
import { stock } from './contenders/stock';
import { installPackages } from './install';
import { requireEqualAnswers } from './measure/equal';
import { type Figures, runRounds } from './measure/rounds';
import { createVehicle } from './operations/create-vehicle';
import { type Inputs, readInputs } from './operations/inputs';
import type { Operation } from './operations/operation';
import { board, boardAlone, customer, firstPage, search, thousandthPage } from './operations/reads';
import { type Mode, PACES } from './options';
import { BENCH, ROOT } from './place';
import { machineFacts } from './report/machine';
import { report } from './report/report';
import type { Say } from './say';
import { type BenchDatabase, openDatabase } from './seed/database';
import { FULL } from './seed/sizes';

/** The whole comparison, into `bench/RESULTS.md`. */
export async function compare(mode: Mode, say: Say): Promise<number> {
  await installPackages(say);
  const installation = openInstallation(join(ROOT, '.data', 'bench'));
  const database = await openDatabase(installation, FULL, say);
  const started: Contender[] = [];
  try {
    const figures = await run(mode, { installation, database, started, say });
    const machine = await machineFacts(database.url);
    const raw = join(installation.folder, 'results.json');
    writeFileSync(raw, JSON.stringify({ mode, machine, figures }, null, 2));
    writeFileSync(
      join(BENCH, 'RESULTS.md'),
      report({ figures, machine, mode, pace: PACES[mode], sizes: FULL }),
    );
    say('Written to bench/RESULTS.md.');
    return 0;
  } finally {
    for (const contender of started.reverse()) await contender.stop();
    await database.close();
  }
}

interface Run {
  installation: Installation;
  database: BenchDatabase;
  /** Filled while they are started, so that whoever is running is stopped. */
  started: Contender[];
  say: Say;
}

async function run(mode: Mode, { installation, database, started, say }: Run): Promise<Figures> {
  say('Starting the contenders …');
  const [shop] = database.shops;
  const environment = installationEnvironment(installation, database.url);
  const callers: Callers = { tokens: [] };
  const one = await ourOne(environment, installation, callers);
  started.push(one);
  await signAllIn(callers, one.url, shop!);
  const identities = await identitiesOf(callers, database.url);
  const many = await ourMany(environment, installation, callers);
  started.push(many);
  started.push(await stock(environment, installation, identities));
  started.push(await hive(installation, identities, many));
  started.push(await floor(installation, database.url, identities));
  const operations = everyOperation(await readInputs(database.url, shop!));
  say('Comparing their answers …');
  await requireEqualAnswers(started, operations);
  const plan = {
    ...PACES[mode],
    contenders: started,
    operations,
    serverPid: database.serverPid,
    beforeRound: () => signAllIn(callers, one.url, shop!),
  };
  return runRounds(plan, say);
}

const everyOperation = (inputs: Inputs): Operation[] => [
  board(inputs),
  boardAlone(inputs),
  customer(inputs),
  search(inputs),
  firstPage(),
  thousandthPage(inputs),
  createVehicle(inputs),
];
