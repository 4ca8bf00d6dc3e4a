import type { PortalForm } from '@/server/actions/portal-action';

/**
 * Tells a form of the portal where it stands. As fields, not bound to its action: bound in a browser component an action is
 * another one each time that it is drawn, and React would draw what a form brings back for ever.
 */
export function PlaceFields({ place: { workspace, locale, guest } }: Readonly<{ place: PortalForm }>) {
  return (
    <>
      <input type="hidden" name="$workspace" value={workspace} />
      <input type="hidden" name="$locale" value={locale} />
      {guest !== undefined && <input type="hidden" name="$guest" value={guest} />}
    </>
  );
}
