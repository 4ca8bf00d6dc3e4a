import { CUSTOMERS, DEMO_PASSWORD, STAFF } from '../../prisma/seed/people.ts';
import { say } from '../process/progress.mjs';

const ROLES = ['agent', 'manager', 'admin', 'owner'];

/** The one screen at the end: addresses, how to sign in, where to send a mail. */
export function showScreen({ settings, workspaces, seconds, logs }) {
  const demo = workspaces.find((workspace) => workspace.demo);
  const lines = [
    '',
    `  Kalauz is ready (${seconds} s).`,
    '',
    ...(workspaces.length > 0
      ? [row('Desk', settings.PUBLIC_URL)]
      : [row('Set up', `${settings.PUBLIC_URL}/setup   makes the owner and the first workspace`)]),
    ...(demo ? demoLines(settings) : []),
    ...mailLines(settings, demo),
    row('API', `${settings.PUBLIC_URL}/api/v1/docs`),
    row('Logs', logs),
    '',
    ...openDoorWarning(settings, demo),
    '  Ctrl-C stops everything. Data stays; the next start is quick.',
    '',
  ];
  for (const line of lines) say(line);
}

function demoLines(settings) {
  const people = ROLES.map((role) => STAFF.find((person) => person.role === role)).filter(Boolean);
  return [
    row('Shop', `${settings.PUBLIC_URL}/demo-shop   a customer's page, to try the chat on`),
    row('Sign in', `password ${DEMO_PASSWORD}`),
    ...people.map(({ role, email, name }) => `    ${role.padEnd(10)} ${email.padEnd(20)} ${name}`),
  ];
}

function mailLines({ SMTP_PORT, SMTP_HOST }, demo) {
  if (SMTP_PORT === 0) return [];
  const [customer] = CUSTOMERS;
  const host = ['0.0.0.0', '::'].includes(SMTP_HOST) ? '127.0.0.1' : SMTP_HOST;
  if (!demo) return [row('Mail in', `SMTP ${host}:${SMTP_PORT}`)];
  return [
    row('Mail in', `support@demo.test by SMTP ${host}:${SMTP_PORT}`),
    `    customer   ${customer.email} (no account needed: write, and the answer is under Admin → Outgoing mail)`,
    `    try        npm run kalauz -- mail send "My order has not arrived"`,
  ];
}

function openDoorWarning({ HOST }, demo) {
  if (!demo || ['127.0.0.1', 'localhost', '::1'].includes(HOST)) return [];
  return [
    `  The demo's password is public, and HOST=${HOST} lets others in. Start with DEMO=0 for real work.`,
    '',
  ];
}

const row = (name, text) => `  ${name.padEnd(10)} ${text}`;
