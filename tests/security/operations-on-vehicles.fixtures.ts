import { newId } from '../../shared/ids';
import { change, command, create, list, type Operation, plain, type Target } from './operation.fixtures';

/** The vehicle is asked for by its VIN; what is found is seen in the answer. */
export const VEHICLE_QUERIES: readonly Operation[] = [
  {
    name: 'quickSearchVehicles',
    kind: 'vehicle',
    ask: ({ id, world }) => ({
      query: 'query ($vin: String!) { quickSearchVehicles(search: $vin) { vehicle { id } } }',
      variables: { vin: world.known.get(id)!.vin },
    }),
  },
  plain('decodeVin', '{ decodeVin(vin: "1HGCM82633A004352") { manufacturer } }'),
  list('dueReminders', 'reminder'),
];

/** A picture that whoever asks has uploaded, if they can. */
const pictureOf = ({ caller, world }: Target): string => world.stands('picture', 'own', caller) ?? newId();

export const VEHICLE_COMMANDS: readonly Operation[] = [
  plain(
    'lookupVehicle',
    'mutation { lookupVehicle(input: { plate: { number: "AA19 AAA", country: "GB" } }) { outcome } }',
  ),
  create('recordOdometerReading', 'vehicle', 'RecordOdometerReadingInput', ({ id }) => ({
    vehicleId: id,
    value: 100,
    unit: 'KM',
  })),
  create('addVehicleImage', 'vehicle', 'AddVehicleImageInput', (target) => ({
    vehicleId: target.id,
    fileId: pictureOf(target),
  })),
  change('updateVehicleImage', 'vehicleImage', 'UpdateVehicleImageInput', { caption: 'Changed' }),
  command('removeVehicleImage', 'vehicleImage'),
  create('createReminder', 'vehicle', 'CreateReminderInput', ({ id }) => ({
    vehicleId: id,
    kind: 'SERVICE',
    dueOn: '2031-01-01',
  })),
  change('updateReminder', 'reminder', 'UpdateReminderInput', { note: 'Changed' }),
  command('completeReminder', 'reminder'),
  command('dismissReminder', 'reminder'),
];
