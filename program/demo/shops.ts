import { DEMO_SLUG, DEMO_STAFF, type DemoUser, OTHER_ADMIN, OTHER_SLUG, technicians } from './sign-ins';

export interface DemoCentre {
  name: string;
  code: string;
  street: string;
  city: string;
  staff: readonly DemoUser[];
  history: { jobs: number; customers: number; vehicles: number; days: number };
}

export interface DemoShop {
  /** Of the sign-up, which the organisation's id follows from. */
  key: string;
  slug: string;
  name: string;
  legalName: string;
  taxNumber: string;
  bankAccount: string;
  administrator: DemoUser;
  centres: readonly [DemoCentre, ...DemoCentre[]];
}

const DAYS = 90;
const [administrator, ...staff] = DEMO_STAFF;

/** The office of the second service centre. */
const BOLOGNA_STAFF: readonly DemoUser[] = [
  { role: 'MANAGER', email: 'manager.bologna@demo.example', firstName: 'Lucia', lastName: 'Morandi' },
  { role: 'ADVISOR', email: 'advisor.bologna@demo.example', firstName: 'Kofi', lastName: 'Mensah' },
  { role: 'RECEPTIONIST', email: 'reception.bologna@demo.example', firstName: 'Irene', lastName: 'Costa' },
  { role: 'ACCOUNTANT', email: 'accountant.bologna@demo.example', firstName: 'Nina', lastName: 'Galli' },
];

export const MAIN_SHOP: DemoShop = {
  key: 'demo-organisation',
  slug: DEMO_SLUG,
  name: 'Carrozzeria Fagioli',
  legalName: 'Carrozzeria Fagioli S.r.l.',
  taxNumber: 'IT01234560367',
  bankAccount: 'IT60 X054 2811 1010 0000 0123 456',
  administrator,
  centres: [
    {
      name: 'Carrozzeria Fagioli, Modena',
      code: 'MODENA',
      street: 'Via Giardini 100',
      city: 'Modena',
      staff: [...staff, ...technicians('demo.example', 'MODENA', 1)],
      history: { jobs: 240, customers: 100, vehicles: 150, days: DAYS },
    },
    {
      name: 'Carrozzeria Fagioli, Bologna',
      code: 'BOLOGNA',
      street: 'Via Emilia 12',
      city: 'Bologna',
      staff: [...BOLOGNA_STAFF, ...technicians('demo.example', 'BOLOGNA', 0)],
      history: { jobs: 240, customers: 100, vehicles: 150, days: DAYS },
    },
  ],
};

export const OTHER_SHOP: DemoShop = {
  key: 'demo-other-organisation',
  slug: OTHER_SLUG,
  name: 'Autofficina Panaro',
  legalName: 'Autofficina Panaro di Piero Bassi',
  taxNumber: 'IT02345670360',
  bankAccount: 'IT60 X054 2811 1010 0000 0765 432',
  administrator: OTHER_ADMIN,
  centres: [
    {
      name: 'Autofficina Panaro',
      code: 'VIGNOLA',
      street: 'Via per Spilamberto 7',
      city: 'Vignola',
      staff: technicians('panaro.example', 'VIGNOLA', 0),
      history: { jobs: 60, customers: 40, vehicles: 50, days: DAYS },
    },
  ],
};

export const DEMO_SHOPS: readonly DemoShop[] = [MAIN_SHOP, OTHER_SHOP];
