import type { Locale } from './locales';
import account from './messages/en/account.json' with { type: 'json' };
import action from './messages/en/action.json' with { type: 'json' };
import admin from './messages/en/admin.json' with { type: 'json' };
import api from './messages/en/api.json' with { type: 'json' };
import audit from './messages/en/audit.json' with { type: 'json' };
import auth from './messages/en/auth.json' with { type: 'json' };
import blocks from './messages/en/blocks.json' with { type: 'json' };
import calendar from './messages/en/calendar.json' with { type: 'json' };
import channels from './messages/en/channels.json' with { type: 'json' };
import chat from './messages/en/chat.json' with { type: 'json' };
import chatSetup from './messages/en/chatSetup.json' with { type: 'json' };
import checklist from './messages/en/checklist.json' with { type: 'json' };
import common from './messages/en/common.json' with { type: 'json' };
import condition from './messages/en/condition.json' with { type: 'json' };
import customer from './messages/en/customer.json' with { type: 'json' };
import customers from './messages/en/customers.json' with { type: 'json' };
import desk from './messages/en/desk.json' with { type: 'json' };
import dictionary from './messages/en/dictionary.json' with { type: 'json' };
import feedback from './messages/en/feedback.json' with { type: 'json' };
import fields from './messages/en/fields.json' with { type: 'json' };
import focus from './messages/en/focus.json' with { type: 'json' };
import form from './messages/en/form.json' with { type: 'json' };
import formSetup from './messages/en/formSetup.json' with { type: 'json' };
import health from './messages/en/health.json' with { type: 'json' };
import help from './messages/en/help.json' with { type: 'json' };
import imports from './messages/en/imports.json' with { type: 'json' };
import insights from './messages/en/insights.json' with { type: 'json' };
import knowledge from './messages/en/knowledge.json' with { type: 'json' };
import launcher from './messages/en/launcher.json' with { type: 'json' };
import link from './messages/en/link.json' with { type: 'json' };
import macro from './messages/en/macro.json' with { type: 'json' };
import mail from './messages/en/mail.json' with { type: 'json' };
import metrics from './messages/en/metrics.json' with { type: 'json' };
import notification from './messages/en/notification.json' with { type: 'json' };
import order from './messages/en/order.json' with { type: 'json' };
import organization from './messages/en/organization.json' with { type: 'json' };
import outgoing from './messages/en/outgoing.json' with { type: 'json' };
import people from './messages/en/people.json' with { type: 'json' };
import phone from './messages/en/phone.json' with { type: 'json' };
import policy from './messages/en/policy.json' with { type: 'json' };
import portal from './messages/en/portal.json' with { type: 'json' };
import portalSetup from './messages/en/portalSetup.json' with { type: 'json' };
import problem from './messages/en/problem.json' with { type: 'json' };
import promise from './messages/en/promise.json' with { type: 'json' };
import queues from './messages/en/queues.json' with { type: 'json' };
import reports from './messages/en/reports.json' with { type: 'json' };
import routing from './messages/en/routing.json' with { type: 'json' };
import rules from './messages/en/rules.json' with { type: 'json' };
import shop from './messages/en/shop.json' with { type: 'json' };
import sla from './messages/en/sla.json' with { type: 'json' };
import social from './messages/en/social.json' with { type: 'json' };
import survey from './messages/en/survey.json' with { type: 'json' };
import surveyAdmin from './messages/en/surveyAdmin.json' with { type: 'json' };
import template from './messages/en/template.json' with { type: 'json' };
import ticket from './messages/en/ticket.json' with { type: 'json' };
import tier from './messages/en/tier.json' with { type: 'json' };
import today from './messages/en/today.json' with { type: 'json' };
import tone from './messages/en/tone.json' with { type: 'json' };
import views from './messages/en/views.json' with { type: 'json' };
import webhooks from './messages/en/webhooks.json' with { type: 'json' };
import widget from './messages/en/widget.json' with { type: 'json' };
import workload from './messages/en/workload.json' with { type: 'json' };

/** One name per file in `messages/<locale>/`. Keys everywhere are typed from these. */
const english = {
  account,
  action,
  admin,
  api,
  audit,
  auth,
  blocks,
  calendar,
  channels,
  chat,
  chatSetup,
  checklist,
  common,
  condition,
  customer,
  customers,
  desk,
  dictionary,
  fields,
  focus,
  form,
  formSetup,
  feedback,
  health,
  imports,
  insights,
  help,
  knowledge,
  link,
  macro,
  mail,
  metrics,
  notification,
  order,
  organization,
  outgoing,
  people,
  phone,
  policy,
  portal,
  portalSetup,
  problem,
  promise,
  reports,
  routing,
  rules,
  sla,
  social,
  survey,
  surveyAdmin,
  template,
  ticket,
  tier,
  today,
  tone,
  workload,
  launcher,
  widget,
  shop,
  queues,
  views,
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
