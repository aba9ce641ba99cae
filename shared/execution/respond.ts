import type { ExecutionResult } from 'graphql';
import { errorsToReport, Failure } from './failure';
import type { ObjectPlan } from './object-plan';
import type { Holder } from './position';
import type { Run } from './run';

/**
 * Executes the root fields side by side. It answers when every resolver that was called has answered, also where
 * a failure has nulled the place already: nothing of a request goes on behind its answer's back.
 */
export function respond(run: Run, plan: ObjectPlan): ExecutionResult | Promise<ExecutionResult> {
  let data: Holder | null = null;
  attempt(run, () => {
    data = plan.execute(run, undefined, undefined);
  });
  if (run.isIdle) return resultOf(run, data);
  return new Promise((resolve) => run.onceIdle(() => resolve(resultOf(run, data))));
}

/** Executes the root fields of a mutation one after the other, each with everything in it. */
export function respondSerially(run: Run, plan: ObjectPlan): ExecutionResult | Promise<ExecutionResult> {
  const data = plan.answer();
  const fields = plan.fields.values();

  /** Goes on until a field has to be waited for; true when none is left. */
  const goOn = (): boolean => {
    while (run.isIdle && !run.lost) {
      const { value: field, done } = fields.next();
      if (done) return true;
      attempt(run, () => {
        data[field.key] = field.execute(run, undefined, data, undefined);
      });
    }
    return run.isIdle;
  };
  if (goOn()) return resultOf(run, data);
  return new Promise((resolve) => {
    const whenIdle = () => (goOn() ? resolve(resultOf(run, data)) : run.onceIdle(whenIdle));
    run.onceIdle(whenIdle);
  });
}

function attempt(run: Run, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    run.lose(Failure.ofTheAnswer(thrown));
  }
}

function resultOf(run: Run, data: Holder | null): ExecutionResult {
  const shown = run.lost ? null : data;
  return run.failures.length ? { errors: errorsToReport(run.failures), data: shown } : { data: shown };
}
