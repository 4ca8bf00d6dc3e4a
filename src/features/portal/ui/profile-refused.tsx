import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';

const SAID = [
  'not_found',
  'rate.limited',
  'token.invalid',
  'address.taken',
  'address.last',
  'number.too_many',
  'portal.signed_out',
] as const;

/** Why something of the profile was not done, in words. */
export function ProfileRefused({ code }: Readonly<{ code: string | undefined }>) {
  const t = useTranslations('portal.profile.refused');
  const sentence = useTranslations('problem');
  const known = SAID.find((each) => each === code);
  if (!known) return null;
  const own = known === 'address.taken' || known === 'address.last';
  return (
    <Notice tone="danger" live>
      {own ? t(known === 'address.taken' ? 'taken' : 'last') : sentence(known)}
    </Notice>
  );
}
