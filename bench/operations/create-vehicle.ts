import type { Inputs } from './inputs';
import { inTurn, type Operation } from './operation';

const CREATE = `mutation CreateVehicle($input: CreateVehicleInput!) {
  createVehicle(input: $input) { id plate make model year colour owner { id } }
}`;

interface Created {
  createVehicle: { id: string; plate: string };
}

/** Every call takes in a car that nobody has taken in yet: plates count up through the whole run. */
export function createVehicle({ owners, centres }: Inputs): Operation {
  let made = 0;
  return {
    name: 'createVehicle',
    clients: 16,
    call(n) {
      made += 1;
      const input = {
        make: 'Fiat',
        model: 'Panda',
        year: 2024,
        colour: 'white',
        plate: { number: `QX ${String(made).padStart(8, '0')}`, country: 'DE' },
        ownerId: inTurn(owners, n),
        serviceCentreId: inTurn(centres, n),
      };
      return { name: 'createVehicle', query: CREATE, variables: { input } };
    },
    comparable(data) {
      const { createVehicle: vehicle } = data as Created;
      return { ...vehicle, id: typeof vehicle.id, plate: vehicle.plate.replace(/\d/g, '0') };
    },
  };
}
