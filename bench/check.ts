import { join } from 'node:path';
import { type Callers, identitiesOf, signAllIn } from './contenders/callers';
import { type Contender } from './contenders/contender';
import { installationEnvironment, openInstallation } from './contenders/installation';
import { ourOne } from './contenders/ours';
import { stock } from './contenders/stock';
import { requireEqualAnswers } from './measure/equal';
import { runRounds } from './measure/rounds';
import { readInputs } from './operations/inputs';
import { board } from './operations/reads';
import { PACES } from './options';
import { ROOT } from './place';
import { ratios } from './report/ratios';
import { median } from './report/statistics';
import type { Say } from './say';
import { openDatabase } from './seed/database';
import { SMALL } from './seed/sizes';

/** Far below what is measured, far above what noise could make of a gateway that has become slow. */
const LEAST_RATIO = 2;

/** For CI: the board alone, ours beside the stock gateway, on little data and without packages of its own. */
export async function check(say: Say): Promise<number> {
  const installation = openInstallation(join(ROOT, '.data', 'bench-check'));
  const database = await openDatabase(installation, SMALL, say);
  const started: Contender[] = [];
  try {
    const [shop] = database.shops;
    const environment = installationEnvironment(installation, database.url);
    const callers: Callers = { tokens: [] };
    const one = await ourOne(environment, installation, callers);
    started.push(one);
    await signAllIn(callers, one.url, shop!);
    started.push(await stock(environment, installation, await identitiesOf(callers, database.url)));
    const operations = [board(await readInputs(database.url, shop!))];
    await requireEqualAnswers(started, operations);
    const pace = PACES.check;
    const { serverPid } = database;
    const figures = await runRounds(
      { ...pace, contenders: started, operations, serverPid, beforeRound: async () => {} },
      say,
    );
    const ratio = median(ratios(figures, ['board', 'one'], ['board', 'stock'])!);
    say(
      `The board is answered ${ratio.toFixed(2)} times as fast as by the stock gateway; ${LEAST_RATIO} is demanded.`,
    );
    return ratio >= LEAST_RATIO ? 0 : 1;
  } finally {
    for (const contender of started.reverse()) await contender.stop();
    await database.close();
  }
}
