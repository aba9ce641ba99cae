/** What the demo shop is made of. Names, numbers and plates are invented. */
export const euro = (amount: string) => ({ amount, currency: 'EUR' });
export const FIRST_NAMES = [
  'Giulia',
  'Marco',
  'Sara',
  'Luca',
  'Elena',
  'Davide',
  'Chiara',
  'Paolo',
  'Wanjiru',
  'Kamau',
  'Amina',
  'Otieno',
  'Oliver',
  'Emma',
  'Jürgen',
  'Zoë',
  'Nguyễn',
  'Åsa',
  'José',
  'Irina',
] as const;
export const LAST_NAMES = [
  'Rossi',
  'Bianchi',
  'Ferrari',
  'Esposito',
  'Romano',
  'Gallo',
  'Conti',
  'Greco',
  'Mwangi',
  'Odhiambo',
  'Smith',
  'O’Brien',
  'Müller',
  'Lindqvist',
  'García',
  'Novák',
  'Kowalski',
  'D’Angelo',
  'De Luca',
  'Fontana',
] as const;
export const CARS = [
  ['Fiat', 'Panda'],
  ['Fiat', '500'],
  ['Volkswagen', 'Golf'],
  ['Toyota', 'Yaris'],
  ['Toyota', 'Hilux'],
  ['Ford', 'Transit'],
  ['Renault', 'Clio'],
  ['BMW', '320d'],
  ['Alfa Romeo', 'Giulia'],
  ['Peugeot', '208'],
  ['Škoda', 'Octavia'],
  ['Tesla', 'Model 3'],
] as const;
export const COLOURS = ['white', 'black', 'grey', 'red', 'blue', 'green'] as const;
export const COMPLAINTS = [
  'Yearly service',
  'Brakes squeal when it is wet',
  'Engine warning light came on',
  'Scratch on the left rear door, insurance pays',
  'Air conditioning does not cool',
  'Winter tyres, please',
  'Loses coolant',
  'Rattles over bumps, front right',
  'Does not start in the morning',
  'Bumper to repaint after parking',
] as const;
export const CITIES = ['Modena', 'Bologna', 'Parma', 'Ferrara'] as const;
/** Code, name, minutes of labour, price. */
export const SERVICE_ITEMS = [
  ['SERVICE', 'Yearly service', 90, '149.00'],
  ['MOT', 'Inspection (revisione)', 45, '79.00'],
  ['TYRES', 'Change of tyres', 45, '60.00'],
  ['BRAKES', 'Front brake pads', 120, '180.00'],
  ['AIRCO', 'Air conditioning service', 60, '95.00'],
  ['DENT', 'Dent without paint', 180, '240.00'],
] as const;
export const BAYS = [
  ['Lift 1', 'LIFT'],
  ['Lift 2', 'LIFT'],
  ['Body', 'BODYWORK'],
  ['Paint', 'PAINT'],
] as const;
/** Number, name, brand, unit, reorder point, usual quantity, price for customers. */
export const PARTS = [
  ['OF 3502', 'Oil filter', 'Filtra', 'PIECE', '6', '20', '12.50'],
  ['BP 1187', 'Brake pads, front axle', 'Fermo', 'SET', '3', '8', '64.00'],
  ['OIL 5W30', 'Engine oil 5W-30', 'Lubra', 'LITRE', '20', '60', '14.90'],
  ['WB 600', 'Wiper blade 600 mm', 'Tergi', 'PIECE', '4', '12', '18.00'],
  ['AF 2210', 'Air filter', 'Filtra', 'PIECE', '2', '10', '21.00'],
] as const;
/** Number, how much lies there when a ledger begins and in the end, what one cost, and where it lies. */
export const OPENING_STOCK = [
  ['OF 3502', '15', '5.20', 'A-01'],
  ['BP 1187', '4', '30.50', 'A-07'],
  ['OIL 5W30', '12.5', '6.60', 'OIL-1'],
  ['WB 600', '9', '7.80', 'B-03'],
  ['AF 2210', '0', '9.80', 'B-01'],
] as const;
/** Name, whom to ask for, e-mail, days to the delivery. */
export const SUPPLIERS = [
  ['Ricambi Emilia', 'Pia Conti', 'ordini@ricambi-emilia.example', 2],
  ['Nordteile Import', 'Jens Petersen', 'orders@nordteile.example', 5],
] as const;
