/** What all controls that are typed into have in common. 16 px on phones, where less makes Safari zoom. */
export const controlLook =
  'w-full min-w-0 rounded-md border border-line-strong bg-canvas px-3 text-ink text-lg transition-colors sm:text-base hover:border-ink-faint focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint [&:is(input,textarea):read-only]:bg-sunken aria-invalid:border-danger-ink';
