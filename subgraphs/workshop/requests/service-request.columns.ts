import { reachOf } from '../../../shared/access/identity';
import { addressColumns } from '../../../shared/address';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { estimateColumns } from '../jobs/estimate';
import type { ServiceRequest } from './service-request.entity';
import type { UpdateServiceRequestInput } from './service-request.input';

/** What the input says, as the columns keep it; what it leaves out is undefined. */
export function requestColumns(
  context: Context,
  input: Omit<UpdateServiceRequestInput, 'expectedVersion'>,
): Partial<ServiceRequest> {
  const { estimatedCost, homeAddress, description, ...facts } = input;
  if (estimatedCost !== undefined && reachOf(context.identity, 'serviceRequests:create') === 'own')
    throw badField('input.estimatedCost', 'STAFF_ONLY', 'What it will cost is for the shop to say.');
  return {
    type: facts.type,
    service: facts.service,
    priority: facts.priority,
    preferredDate: facts.preferredDate,
    preferredTime: facts.preferredTime,
    homeService: facts.homeService,
    description: description?.trim() ?? description,
    ...addressColumns(facts.homeService === false ? (homeAddress ?? null) : homeAddress),
    ...estimateColumns(estimatedCost),
  };
}

type Facts = Pick<
  ServiceRequest,
  'homeService' | 'street' | 'city' | 'region' | 'postalCode' | 'country' | 'preferredDate' | 'preferredTime'
>;

/** What must hold among the columns of a request, once a change is made. */
export function requireConsistent(facts: Partial<Facts>): void {
  const { homeService, street, city, region, postalCode, country, preferredDate, preferredTime } = facts;
  if (homeService && !(street && city))
    throw badField('input.homeAddress', 'REQUIRED', 'Work at home needs a street and a city.');
  if (!homeService && [street, city, region, postalCode, country].some(Boolean))
    throw badField('input.homeAddress', 'NOT_AT_HOME', 'An address is given for work at home alone.');
  if (preferredTime && !preferredDate)
    throw badField('input.preferredTime', 'NO_DATE', 'A preferred time needs a preferred day.');
}
