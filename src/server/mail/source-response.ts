/** A mail's source as a download that no browser opens as anything else; "not found" where there is none. */
export function sourceResponse(bytes: Uint8Array | null, name: string): Response {
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${name}.eml"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
