import { type Data, scriptJson } from '../structured-data';

/** What search engines read of a page; `scriptJson` makes it safe within its element. */
export function StructuredData({ data }: Readonly<{ data: Data }>) {
  const inner = { dangerouslySetInnerHTML: { __html: scriptJson(data) } };
  return <script type="application/ld+json" {...inner} />;
}
