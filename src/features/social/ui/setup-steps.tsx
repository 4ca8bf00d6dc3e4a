import { useTranslations } from 'next-intl';
import type { SocialKind } from '@/features/social/kinds';
import { Notice } from '@/ui/notice';
import { CopyLine } from './copy-line.client';

type Props = Readonly<{
  kind: SocialKind;
  /** Null before the settings are saved for the first time. */
  webhook: string | null;
  verifyToken: string | null;
  own: Readonly<{ url: string; isPublic: boolean }>;
}>;

const STEPS = [1, 2, 3, 4, 5, 6] as const;

/** What to copy where: step by step, with our address and our token at hand. */
export function SetupSteps({ kind, webhook, verifyToken, own }: Props) {
  const t = useTranslations('social');
  const steps = STEPS.filter((number) => t.has(`${kind}.step${number}` as 'telegram.step1'));
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {steps.map((number) => (
          <li key={number}>{t(`${kind}.step${number}` as 'telegram.step1')}</li>
        ))}
      </ol>
      {webhook === null && <p className="text-ink-faint text-sm">{t('admin.setup.later')}</p>}
      {webhook !== null && kind !== 'mastodon' && (
        <CopyLine label={t('admin.setup.webhook')} value={webhook} />
      )}
      {verifyToken && <CopyLine label={t('admin.setup.verify')} value={verifyToken} />}
      {!own.isPublic && kind !== 'mastodon' && <Notice>{t('admin.setup.local', { url: own.url })}</Notice>}
    </div>
  );
}
