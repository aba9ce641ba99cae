import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import { personalDataParts } from '../../shared/personal-data/parts';
import { together } from '../../shared/personal-data/personal-data';
import { joinParts } from '../../shared/subgraph/parts';
import { lookupParts } from './lookup/lookup.parts';
import { registryParts } from './registry/registry.parts';
import { registryPersonalData } from './registry/registry.personal-data';
import { remindersParts } from './reminders/reminders.parts';
import { remindersPersonalData } from './reminders/reminders.personal-data';

export const vehicleApp = joinParts('vehicle', [
  registryParts,
  lookupParts,
  remindersParts,
  // What is found by its vehicle's owner before the vehicle.
  personalDataParts('vehicle', together(remindersPersonalData, registryPersonalData), 'CustomerErased'),
  organisationRecordsParts('vehicle'),
]);
