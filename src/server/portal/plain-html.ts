import { withStyles } from './plain-styles';

/** Scripts that run; a block of data, such as JSON-LD, is none. */
const SCRIPTS = /<script\b(?![^>]*\btype="application\/(?:ld\+)?json")[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_LINKS = /<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g;

/** The document with its styles in it, without any script or its preload, and with this one, which waits until it is read. */
export function plainHtml(html: string, script: string): string {
  const plain = withStyles(html.replace(SCRIPTS, '').replace(SCRIPT_LINKS, ''));
  return plain.replace('</head>', `<script src="${script}" defer=""></script></head>`);
}
