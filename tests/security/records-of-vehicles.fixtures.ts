import { uploadPicture } from './filled-vehicles.fixtures';
import { idOf } from './id-of.fixtures';
import type { Kind, Maker } from './records.fixtures';

/** What hangs on vehicles; a picture is somebody's own upload. */
export const vehicleMakers = (
  others: () => Readonly<Record<Kind, Maker>>,
): Record<'picture' | 'vehicleImage' | 'reminder', Maker> => ({
  async picture(_, { client }, owner, place) {
    if (place === 'otherCentre' || owner?.role === 'LINK') return null;
    return uploadPicture(owner?.client ?? client, 'picture.png');
  },

  /** Owners change the pictures that they added themselves. */
  async vehicleImage(world, host, owner, place) {
    if (owner && (owner.customerId === null || owner.role === 'LINK')) return null;
    const client = owner?.client ?? host.client;
    return idOf(client, 'addVehicleImage', 'AddVehicleImageInput', {
      vehicleId: await others().vehicle(world, host, owner, place),
      fileId: await uploadPicture(client, 'picture.png'),
    });
  },

  async reminder(world, host, owner, place) {
    if (owner && owner.customerId === null) return null;
    return idOf(host.client, 'createReminder', 'CreateReminderInput', {
      vehicleId: await others().vehicle(world, host, owner, place),
      kind: 'SERVICE',
      dueOn: new Date().toISOString().slice(0, 10),
    });
  },
});
