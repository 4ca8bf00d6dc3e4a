import { PROMISE_ABOUT, type PromiseAbout } from '@/domain/promise/promise';
import { promiseGround } from '@/features/promises/settings';
import { LOCALES } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';

/** What is promised by itself in the workspace, and its own words of notices; shipped words are not among them. */
export async function promiseSettingsNow(ctx: StaffContext) {
  const { db, workspaceId } = ctx;
  const [{ settings }, own] = await Promise.all([
    promiseGround(db, ctx),
    db.promiseText.findMany({ where: { workspaceId }, take: LOCALES.length * PROMISE_ABOUT.length }),
  ]);
  const { automatic, sla, statistical, channels, minimumSample, riskPercent, roundMinutes } = settings;
  const texts = LOCALES.flatMap((locale) =>
    own
      .filter((each) => each.locale === locale)
      .map(({ about, text }) => ({ locale, about: about as PromiseAbout, text })),
  );
  return {
    automatic,
    sla,
    statistical,
    channels: [...channels],
    minimumSample,
    riskPercent,
    roundMinutes,
    texts,
  };
}
