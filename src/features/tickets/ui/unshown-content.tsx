import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { UNSHOWN } from '@/domain/channel/conversation';

/** What came with a message and cannot be shown here, in words; nothing where everything can. */
export function UnshownContent({ kinds }: Readonly<{ kinds: readonly string[] }>) {
  const t = useTranslations('social.unshown');
  const known = UNSHOWN.filter((kind) => kinds.includes(kind));
  return known.map((kind) => (
    <p key={kind} className="flex items-start gap-1.5 text-ink-soft">
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(kind)}
    </p>
  ));
}
