/** A table that people keep, as a download under this name; what they see of it is nobody else's to keep. */
export const csvResponse = (body: ReadableStream<Uint8Array>, name: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
