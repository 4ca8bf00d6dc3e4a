import 'server-only';
import { PROMISE_ABOUT, type PromiseAbout } from '@/domain/promise/promise';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { shippedNotice } from './proposals';
import { type PromiseSettings, promiseGround } from './settings';

type NoticeText = Readonly<{ locale: Locale; about: PromiseAbout; text: string; shipped: string }>;
export type PromiseSettingsPage = Readonly<{ settings: PromiseSettings; texts: readonly NoticeText[] }>;

/** What is promised by itself here, and the words of the notices beside the shipped ones. */
export async function promiseSettingsPage(ctx: StaffContext): Promise<PromiseSettingsPage> {
  const { db, workspaceId } = ctx;
  const { settings } = await promiseGround(db, ctx);
  const own = await db.promiseText.findMany({ where: { workspaceId } });
  const texts = LOCALES.flatMap((locale) =>
    PROMISE_ABOUT.map(async (about) => ({
      locale,
      about,
      text: own.find((each) => each.locale === locale && each.about === about)?.text ?? '',
      shipped: await shippedNotice(locale, { about, again: true }),
    })),
  );
  return { settings, texts: await Promise.all(texts) };
}
