import type { Locale } from './locales';
import account from './messages/en/account.json';
import action from './messages/en/action.json';
import admin from './messages/en/admin.json';
import api from './messages/en/api.json';
import audit from './messages/en/audit.json';
import auth from './messages/en/auth.json';
import calendar from './messages/en/calendar.json';
import channels from './messages/en/channels.json';
import chat from './messages/en/chat.json';
import chatSetup from './messages/en/chatSetup.json';
import common from './messages/en/common.json';
import condition from './messages/en/condition.json';
import customer from './messages/en/customer.json';
import desk from './messages/en/desk.json';
import dictionary from './messages/en/dictionary.json';
import health from './messages/en/health.json';
import launcher from './messages/en/launcher.json';
import macro from './messages/en/macro.json';
import mail from './messages/en/mail.json';
import outgoing from './messages/en/outgoing.json';
import people from './messages/en/people.json';
import phone from './messages/en/phone.json';
import policy from './messages/en/policy.json';
import problem from './messages/en/problem.json';
import queues from './messages/en/queues.json';
import routing from './messages/en/routing.json';
import rules from './messages/en/rules.json';
import shop from './messages/en/shop.json';
import sla from './messages/en/sla.json';
import social from './messages/en/social.json';
import template from './messages/en/template.json';
import ticket from './messages/en/ticket.json';
import tone from './messages/en/tone.json';
import webhooks from './messages/en/webhooks.json';
import widget from './messages/en/widget.json';
import workload from './messages/en/workload.json';

/** One name per file in `messages/<locale>/`. Keys everywhere are typed from these. */
const english = {
  account,
  action,
  admin,
  api,
  audit,
  auth,
  calendar,
  channels,
  chat,
  chatSetup,
  common,
  condition,
  customer,
  desk,
  dictionary,
  health,
  macro,
  mail,
  outgoing,
  people,
  phone,
  policy,
  problem,
  routing,
  rules,
  sla,
  social,
  template,
  ticket,
  tone,
  workload,
  launcher,
  widget,
  shop,
  queues,
  webhooks,
};

export type Messages = typeof english;
export type Namespace = keyof Messages;

/** The names of all message files. */
export const NAMESPACES = Object.keys(english) as Namespace[];

/** All texts in one language, for pages, and for mails and the command line outside of them. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  if (locale === 'en') return english;
  const files = await Promise.all(
    NAMESPACES.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default]),
  );
  return Object.fromEntries(files);
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
