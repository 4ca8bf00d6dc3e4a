import { useTranslations } from 'next-intl';
import type { SocialKind } from '@/features/social/kinds';
import { Notice } from '@/ui/notice';
import { CopyLine } from './copy-line.client';

type Props = Readonly<{
  kind: SocialKind;
  /** Null before the settings are saved for the first time. */
  webhook: string | null;
  /** The settings, of which those that are ours to give are shown. */
  values: Readonly<Record<string, string>>;
  own: Readonly<{ url: string; isPublic: boolean }>;
}>;

const STEPS = [1, 2, 3, 4, 5, 6] as const;
/** What we made and the other side has to know, with its words. */
const OURS = { verifyToken: 'verify', secret: 'secret', apiKey: 'apiKey' } as const;

/** What to copy where: step by step, with our address and what we made at hand. */
export function SetupSteps({ kind, webhook, values, own }: Props) {
  const t = useTranslations('social');
  const steps = STEPS.filter((number) => t.has(`${kind}.step${number}` as 'telegram.step1'));
  const isApp = kind === 'api';
  const ours = Object.entries(OURS).filter(([name]) => webhook !== null && values[name]);
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {steps.map((number) => (
          <li key={number}>{t(`${kind}.step${number}` as 'telegram.step1')}</li>
        ))}
      </ol>
      {t.has(`${kind}.untold` as 'x.untold') && (
        <p className="text-ink-soft text-sm">{t(`${kind}.untold` as 'x.untold')}</p>
      )}
      {webhook === null && (
        <p className="text-ink-faint text-sm">{t(isApp ? 'api.setup.later' : 'admin.setup.later')}</p>
      )}
      {webhook !== null && kind !== 'mastodon' && (
        <CopyLine label={t(isApp ? 'api.setup.address' : 'admin.setup.webhook')} value={webhook} />
      )}
      {ours.map(([name, word]) => (
        <CopyLine key={name} label={t(`admin.setup.${word}`)} value={values[name] ?? ''} />
      ))}
      {!own.isPublic && kind !== 'mastodon' && (
        <Notice>{t(isApp ? 'api.setup.local' : 'admin.setup.local', { url: own.url })}</Notice>
      )}
    </div>
  );
}
