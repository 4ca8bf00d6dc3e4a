import { useTranslations } from 'next-intl';
import { SignOut } from './sign-out.client';

type Place = Readonly<{ workspace: string; locale: string }>;
type Props = Readonly<{ place: Place; name: string; profile: string }>;

/** Who is signed in, the way to their details, and the way out. */
export function CustomerBar({ place, name, profile }: Props) {
  const t = useTranslations('portal');
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-base text-ink-soft">
      <span className="min-w-0 break-words">{name}</span>
      <a href={profile} className="rounded-sm text-accent-ink underline-offset-2 hover:underline">
        {t('profileLink')}
      </a>
      <SignOut place={place} />
    </div>
  );
}
