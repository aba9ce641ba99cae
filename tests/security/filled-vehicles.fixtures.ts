import type { GraphClient } from '../harness/client';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Id {
  id: string;
}

/** The whole way of an upload: announced, sent, completed. */
export async function uploadPicture(client: GraphClient, fileName: string): Promise<string> {
  const { createUpload } = await client.ask<{
    createUpload: { file: Id; url: string; headers: { name: string; value: string }[] };
  }>(
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { file { id } url headers { name value } } }',
    { input: { fileName, contentType: 'image/png', size: PNG.length } },
  );
  const { file, url, headers } = createUpload;
  const sent = await fetch(url, {
    method: 'PUT',
    body: PNG,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  });
  if (!sent.ok) throw new Error(`The file was not taken: ${sent.status} ${await sent.text()}`);
  await client.ask('mutation ($id: ID!) { completeUpload(fileId: $id) { state } }', { id: file.id });
  return file.id;
}

/** What hangs on vehicles, on the last two of them; of reminders one is completed and followed by the next. */
export async function fillVehicles(admin: GraphClient, marker: string, vehicles: string[]): Promise<void> {
  const made = async (name: string, type: string, input: object) =>
    (
      await admin.ask<Record<string, Id>>(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, {
        input,
      })
    )[name]!.id;
  for (const vehicleId of vehicles.slice(-2)) {
    for (const value of [1000, 2000])
      await made('recordOdometerReading', 'RecordOdometerReadingInput', {
        vehicleId,
        value,
        unit: 'KM',
        note: `Reading ${marker}`,
      });
    const fileId = await uploadPicture(admin, `car ${marker}.png`);
    await made('addVehicleImage', 'AddVehicleImageInput', { vehicleId, fileId, caption: `Car ${marker}` });
    const reminder = {
      vehicleId,
      kind: 'SERVICE',
      title: `Service ${marker}`,
      note: `Note ${marker}`,
      dueOn: '2026-01-01',
      dueMileage: { value: 1500, unit: 'KM' },
      repeatMonths: 1,
      repeatMileage: { value: 15_000, unit: 'KM' },
    };
    // Its next is due in a month, which in some months is later than those that are listed look ahead: one is overdue.
    const done = await made('createReminder', 'CreateReminderInput', reminder);
    await made('createReminder', 'CreateReminderInput', { ...reminder, dueMileage: null });
    await admin.ask('mutation ($id: ID!) { completeReminder(id: $id) { id } }', { id: done });
  }
  await admin.ask('mutation ($input: LookupVehicleInput!) { lookupVehicle(input: $input) { outcome } }', {
    input: { plate: { number: marker, country: 'GB' } },
  });
}
