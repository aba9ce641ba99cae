export const DEMO_SLUG = 'demo';
export const DEMO_PASSWORD = 'demo-Garage-2026';

/** One sign-in for each role of staff. */
export const DEMO_STAFF = [
  { role: 'ADMIN', email: 'admin@demo.example', firstName: 'Anna', lastName: 'Fagioli' },
  { role: 'MANAGER', email: 'manager@demo.example', firstName: 'Matteo', lastName: 'Serra' },
  { role: 'ADVISOR', email: 'advisor@demo.example', firstName: 'Aisha', lastName: 'Njoroge' },
  { role: 'RECEPTIONIST', email: 'reception@demo.example', firstName: 'Rita', lastName: 'Villa' },
  { role: 'TECHNICIAN', email: 'technician@demo.example', firstName: 'Tommaso', lastName: 'Riva' },
  { role: 'ACCOUNTANT', email: 'accountant@demo.example', firstName: 'Bruno', lastName: 'Conti' },
] as const;
