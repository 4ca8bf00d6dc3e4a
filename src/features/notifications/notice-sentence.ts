import type { NoticeKind } from '@/domain/notification/preferences';
import { translator } from '@/i18n/translator';

/** What a sentence is made of. */
export type ToldNotice = Readonly<{
  kind: NoticeKind;
  actorName: string;
  facts: Readonly<Record<string, unknown>>;
}>;

export type Reader = Readonly<{ locale: string; timeZone: string }>;

/** Says in one sentence what happened, in a reader's language and time zone; without its name. */
export async function noticeSentences({ locale, timeZone }: Reader): Promise<(notice: ToldNotice) => string> {
  const [t, sla, promise, common] = await Promise.all([
    translator(locale, 'notification'),
    translator(locale, 'sla'),
    translator(locale, 'promise'),
    translator(locale, 'common'),
  ]);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const due = (facts: ToldNotice['facts']) => time.format(new Date(String(facts['dueAt'])));
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (text: string) => date.format(new Date(`${text}T00:00:00Z`));
  const byWhom = (actor: string) => ({ known: actor === '' ? 'no' : 'yes', actor });
  const says: Readonly<Record<NoticeKind, (notice: ToldNotice) => string>> = {
    assigned: ({ actorName }) => t('line.assigned', byWhom(actorName)),
    mentioned: ({ actorName, facts }) =>
      t('line.mentioned', { ...byWhom(actorName), team: facts['with'] === 'team' ? 'yes' : 'no' }),
    team: () => t('line.team'),
    wrote: ({ actorName }) => t('line.wrote', byWhom(actorName)),
    side: ({ facts }) => t('line.side', { from: String(facts['from']), about: String(facts['about']) }),
    undelivered: () => t('line.undelivered'),
    sla_warning: ({ facts }) => t('line.slaWarning', { metric: metricIn(facts), due: due(facts) }),
    sla_missed: ({ facts }) => t('line.slaMissed', { metric: metricIn(facts), due: due(facts) }),
    promise: ({ facts }) =>
      t(facts['step'] === 'broken' ? 'line.promiseBroken' : 'line.promiseAtRisk', {
        about: promise(`about.${facts['about']}` as 'about.answer'),
        due: due(facts),
      }),
    woken: () => t('line.woken'),
    followed: ({ actorName, facts }) =>
      t(`line.followed.${facts['what']}` as 'line.followed.status', {
        ...byWhom(actorName),
        status: facts['status'] ? common(`status.${facts['status']}` as 'status.open') : '',
      }),
    article_review: ({ actorName, facts }) =>
      t('line.articleReview', {
        ...byWhom(actorName),
        language: common(`language.${facts['locale']}` as 'language.en'),
      }),
    article_due: ({ facts }) =>
      t('line.articleDue', { owned: String(facts['owned']), day: day(String(facts['day'])) }),
    rule: ({ facts }) => t('line.rule', { rule: String(facts['rule']), text: String(facts['text']) }),
  };
  const metricIn = (facts: ToldNotice['facts']) => sla(`metric.${facts['metric']}` as 'metric.first_reply');
  return (notice) => says[notice.kind](notice);
}
