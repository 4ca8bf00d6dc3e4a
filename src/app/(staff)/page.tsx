import { redirect } from 'next/navigation';
import { isSetUp } from '@/features/workspaces/queries';
import { leadToLastWorkspace } from '@/server/auth/last-workspace';
import { signedIn } from '@/server/auth/signed-in';
import { visitor } from '@/server/auth/visitor';

/** No page of its own: leads to the desk, to the sign-in page, or to the set-up of a new installation. */
export default async function HomePage() {
  if (await signedIn()) return leadToLastWorkspace('desk');
  const { db } = await visitor();
  return redirect((await isSetUp(db)) ? '/sign-in' : '/setup');
}
