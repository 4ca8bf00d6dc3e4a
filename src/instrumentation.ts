/** Runs once when the web server starts. Next also builds it for a runtime without Node, where nothing may be loaded. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: not a setting; Next puts a constant in its place when it builds
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { startWeb } = await import('@/server/start-web');
  startWeb();
}
