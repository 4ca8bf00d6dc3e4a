import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignOutButton } from '@/features/account/ui/sign-out-button.client';
import { getInvitation, type InvitationPage } from '@/features/team/queries';
import { AcceptForm } from '@/features/team/ui/accept-form.client';
import { JoinButton } from '@/features/team/ui/join-button.client';
import { signedIn } from '@/server/auth/signed-in';
import { visitor } from '@/server/auth/visitor';
import { AuthCard } from '@/ui/auth-card';
import { ButtonLink } from '@/ui/button';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

export const metadata: Metadata = { referrer: 'no-referrer' };

export default async function InvitationRoute({ params }: Props) {
  const [{ token }, t] = await Promise.all([params, getTranslations('auth.invitation')]);
  const invitation = await getInvitation(await visitor(), token);
  if (!invitation) {
    return (
      <AuthCard title={t('goneTitle')} intro={t('gone')}>
        <ButtonLink href="/sign-in">{(await getTranslations('auth.reset'))('back')}</ButtonLink>
      </AuthCard>
    );
  }
  const common = await getTranslations('common.role');
  const intro = t('intro', { email: invitation.email, role: common(invitation.role) });
  return (
    <AuthCard title={t('title', { workspace: invitation.workspace })} intro={intro}>
      <Answer token={token} invitation={invitation} />
    </AuthCard>
  );
}

type AnswerProps = Readonly<{ token: string; invitation: InvitationPage }>;

/** What the visitor can do: join with the account they use now, change it, sign in, or make one. */
async function Answer({ token, invitation }: AnswerProps) {
  const [t, session] = await Promise.all([getTranslations('auth.invitation'), signedIn()]);
  const here = `/invitation/${token}`;
  if (session?.user.email === invitation.email) {
    return <JoinButton token={token} name={session.user.name} />;
  }
  if (session) {
    return (
      <div className="flex flex-col items-start gap-4">
        <p>{t('otherAccount', { email: session.user.email })}</p>
        <SignOutButton next={here} variant="primary" />
      </div>
    );
  }
  if (!invitation.hasAccount) return <AcceptForm token={token} email={invitation.email} />;
  const query = new URLSearchParams({ next: here, email: invitation.email });
  return (
    <div className="flex flex-col gap-4">
      <p>{t('haveAccount')}</p>
      <ButtonLink href={`/sign-in?${query}`} variant="primary">
        {t('signInToJoin')}
      </ButtonLink>
    </div>
  );
}
