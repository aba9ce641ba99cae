export const DEMO_SLUG = 'demo';
export const DEMO_PASSWORD = 'demo-Garage-2026';

export interface DemoUser {
  role: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** One sign-in for each role of staff. */
export const DEMO_STAFF = [
  { role: 'ADMIN', email: 'admin@demo.example', firstName: 'Anna', lastName: 'Fagioli' },
  { role: 'MANAGER', email: 'manager@demo.example', firstName: 'Matteo', lastName: 'Serra' },
  { role: 'ADVISOR', email: 'advisor@demo.example', firstName: 'Aisha', lastName: 'Njoroge' },
  { role: 'RECEPTIONIST', email: 'reception@demo.example', firstName: 'Rita', lastName: 'Villa' },
  { role: 'TECHNICIAN', email: 'technician@demo.example', firstName: 'Tommaso', lastName: 'Riva' },
  { role: 'ACCOUNTANT', email: 'accountant@demo.example', firstName: 'Bruno', lastName: 'Conti' },
] as const satisfies readonly DemoUser[];

/** Another organisation, which sees nothing of the first. */
export const OTHER_SLUG = 'demo-panaro';
export const OTHER_ADMIN = {
  role: 'ADMIN',
  email: 'admin@panaro.example',
  firstName: 'Piero',
  lastName: 'Bassi',
} as const satisfies DemoUser;

/** Three in each service centre, so that there is somebody for each turn. */
export const technicians = (domain: string, code: string, from: number): DemoUser[] =>
  [
    ['Sergio', 'Lodi'],
    ['Fatima', 'Haidari'],
    ['Dario', 'Pini'],
  ]
    .slice(from)
    .map(([firstName, lastName], n) => ({
      role: 'TECHNICIAN',
      email: `technician${from + n + 1}.${code.toLowerCase()}@${domain}`,
      firstName: firstName!,
      lastName: lastName!,
    }));
