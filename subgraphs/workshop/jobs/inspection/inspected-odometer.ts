import { ApiError, badInput, type FieldProblem } from '../../../../shared/errors';
import { derivedId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../job-card.entity';
import type { InspectedOdometerInput } from './pre-inspection.input';

const RECORD = `mutation ($input: RecordOdometerReadingInput!) { recordOdometerReading(input: $input) { id } }`;

/**
 * The vehicle's own log takes it first, as the caller's reading and once for the same card, version and value: whatever
 * becomes of the inspection, a second try finds it there.
 */
export async function recordOdometer(
  context: Context,
  { id, version, vehicleId }: JobCard,
  { value, unit, kind }: InspectedOdometerInput,
): Promise<void> {
  const idempotencyKey = derivedId(`inspected:${id}:${version}:${value}:${unit}:${kind}`);
  const input = { vehicleId, value, unit, kind, idempotencyKey };
  try {
    await context.peers.ask('vehicle', RECORD, { input });
  } catch (error) {
    throw error instanceof ApiError && error.code === 'BAD_INPUT' ? asOfOdometer(error) : error;
  }
}

/** What the log refuses is refused here, at the place where the caller has it. */
function asOfOdometer(error: ApiError): ApiError {
  const fields = (error.extensions.fields ?? []) as FieldProblem[];
  const { neighbour } = error.extensions;
  const moved = fields.map((field) => ({
    ...field,
    path: field.path.replace(/^input\./, 'input.odometer.'),
  }));
  const refusal = badInput(moved);
  return new ApiError('BAD_INPUT', refusal.message, {
    fields: moved,
    ...(neighbour ? { neighbour } : {}),
  });
}
