import { leadToLastWorkspace } from '@/server/auth/last-workspace';

/** A short cut that can be bookmarked without naming a workspace. */
export default async function DeskShortCut() {
  return leadToLastWorkspace('desk');
}
