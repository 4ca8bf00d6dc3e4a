import type { Person } from './story';

/** For the demo alone, which lives on one's own machine and is never made in a database of one's own. */
export const DEMO_PASSWORD = 'kalauz-demo-2026';

export const STAFF = [
  {
    key: 'eszter',
    name: 'Szabó Eszter',
    email: 'owner@demo.test',
    role: 'owner',
    locale: 'hu',
    languages: ['hu', 'en'],
  },
  {
    key: 'liga',
    name: 'Līga Kalniņa',
    email: 'admin@demo.test',
    role: 'admin',
    locale: 'lv',
    languages: ['lv', 'en'],
  },
  {
    key: 'peter',
    name: 'Kovács Péter',
    email: 'manager@demo.test',
    role: 'manager',
    locale: 'hu',
    languages: ['hu', 'en'],
  },
  {
    key: 'emma',
    name: 'Emma Clarke',
    email: 'agent@demo.test',
    role: 'agent',
    locale: 'en',
    languages: ['en'],
  },
  {
    key: 'zsofia',
    name: 'Kiss Zsófia',
    email: 'zsofia@demo.test',
    role: 'agent',
    locale: 'hu',
    languages: ['hu', 'en'],
  },
  {
    key: 'janis',
    name: 'Jānis Bērziņš',
    email: 'janis@demo.test',
    role: 'agent',
    locale: 'lv',
    languages: ['lv', 'en'],
  },
  {
    key: 'marta',
    name: 'Mārta Liepa',
    email: 'light@demo.test',
    role: 'light_agent',
    locale: 'lv',
    languages: ['lv'],
  },
] as const;

export const TEAMS = {
  Orders: ['emma', 'zsofia', 'peter'],
  'Technical help': ['emma', 'janis', 'zsofia'],
  'Rīga shop': ['janis', 'liga', 'marta'],
} as const;

export const ORGANIZATIONS = [
  { name: 'Kávéház Lánchíd Kft.', domains: ['lanchid-kavehaz.example'] },
  { name: 'SIA Rīta Kafija', domains: ['ritakafija.example'] },
  { name: 'Northwind Offices Ltd', domains: ['northwind-offices.example'] },
] as const;

export const CUSTOMERS: readonly Person[] = [
  {
    key: 'anna',
    name: 'Anna Ozola',
    email: 'anna.ozola@customer.example',
    locale: 'lv',
    timeZone: 'Europe/Riga',
  },
  {
    key: 'marton',
    name: 'Tóth Márton',
    email: 'toth.marton@customer.example',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
  },
  {
    key: 'sarah',
    name: 'Sarah Whitfield',
    email: 'sarah.whitfield@customer.example',
    locale: 'en',
    timeZone: 'Europe/London',
  },
  {
    key: 'ilze',
    name: 'Ilze Kalēja',
    email: 'ilze@ritakafija.example',
    locale: 'lv',
    timeZone: 'Europe/Riga',
    organization: 'SIA Rīta Kafija',
  },
  {
    key: 'gabor',
    name: 'Németh Gábor',
    email: 'nemeth.gabor@lanchid-kavehaz.example',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
    organization: 'Kávéház Lánchíd Kft.',
  },
  {
    key: 'priya',
    name: 'Priya Raman',
    email: 'priya.raman@northwind-offices.example',
    locale: 'en',
    timeZone: 'Europe/London',
    organization: 'Northwind Offices Ltd',
  },
  {
    key: 'dora',
    name: 'Farkas-Wolfensberger Dóra Magdolna',
    email: 'dora.farkas@customer.example',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
  },
  {
    key: 'edgars',
    name: 'Edgars Vītols',
    email: 'edgars.vitols@customer.example',
    locale: 'lv',
    timeZone: 'Europe/Riga',
  },
  {
    key: 'tom',
    name: 'Tom Hargreaves',
    email: 'tom.hargreaves@customer.example',
    locale: 'en',
    timeZone: 'Europe/Dublin',
  },
  {
    key: 'katalin',
    name: 'Balogh Katalin',
    email: 'balogh.katalin@customer.example',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
  },
  {
    key: 'janis_p',
    name: 'Jānis Priede',
    email: 'janis.priede@customer.example',
    locale: 'lv',
    timeZone: 'Europe/Riga',
  },
  {
    key: 'elena',
    name: 'Elena Marchetti',
    email: 'elena.marchetti@customer.example',
    locale: 'en',
    timeZone: 'Europe/Rome',
  },
];
