const FILES = ['icon.svg', 'portal.js', 'form.css', 'form-frame.js'];

/**
 * True for what the own host of a portal serves beside its pages: files, those of articles too, the calls of its pages, and request
 * forms. Of the help centre's calls only those of this very workspace.
 */
export function isBesidePages(pathname: string, slug: string): boolean {
  const [first = '', second = '', third = ''] = pathname.split('/').slice(1);
  if (first === '_next' || first === 'form' || FILES.includes(pathname.slice(1))) return true;
  if (first === 'api' && second === 'knowledge') return third === 'files';
  return first === 'api' && (second === 'portal' || second === 'help') && third === slug;
}

/** True for addresses below which the portals stand on the host of the installation. */
export const isPortalPath = (pathname: string): boolean => /^\/help(?:\/|$)/.test(pathname);
