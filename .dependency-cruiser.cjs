/** The dependency rule, checked on every commit. Read it top to bottom: that is the house plan. */
const inside = (path) => ({ path: `^src/${path}` });

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain/ decides on plain data. No framework, no database, no clock, no npm package.',
      severity: 'error',
      from: inside('domain/'),
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'ui/ is the box of bricks; it must not know what is built from it.',
      severity: 'error',
      from: inside('ui/'),
      to: { path: '^src/', pathNot: '^src/(ui|i18n)/' },
    },
    {
      name: 'channels-translate-only',
      comment:
        'A channel turns foreign bytes into domain messages and back. It never reads or writes a ticket.',
      severity: 'error',
      from: inside('channels/'),
      to: { path: '^src/', pathNot: '^src/(channels|domain)/' },
    },
    {
      name: 'channels-are-strangers',
      comment: 'One channel never imports another; what they share is contract.ts or lib/.',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/[^/]+/', pathNot: '^src/channels/($1|lib)/' },
    },
    {
      name: 'server-serves-anyone',
      comment: 'server/ is plumbing: it may know domain types, never a feature.',
      severity: 'error',
      from: inside('server/'),
      to: { path: '^src/', pathNot: '^src/(server|domain|i18n)/' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment: 'Another feature is reached through its queries.ts and commands/ only.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/',
        // The forms of actions, conditions and own fields are written once, for all that ask so.
        pathNot: [
          '^src/features/$1/',
          '^src/features/[^/]+/(queries[.]ts|commands/)',
          '^src/features/(actions|conditions|fields/shared)/',
        ],
      },
    },
    {
      name: 'nobody-imports-the-app',
      comment: 'app/ and worker/ are the two mains; everything else is called by them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|worker)/' },
      to: { path: '^src/(app|worker)/' },
    },
    {
      name: 'two-mains',
      comment: 'The web server and the worker are separate processes; what both need lives below them.',
      severity: 'error',
      from: { path: '^src/(app|worker)/' },
      to: { path: '^src/(app|worker)/', pathNot: '^src/$1/' },
    },
    {
      name: 'database-behind-the-door',
      comment:
        'Only server/ opens the database. Others receive it in their Context, already bound to a workspace.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: { path: '^src/server/db/(client|generated)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'islands-stay-light',
      comment:
        'A client island reaches the server through actions.ts; anything heavier lands in the browser bundle.',
      severity: 'error',
      from: { path: '[.]client[.]tsx$' },
      to: {
        path: '^src/(server|channels|features/[^/]+/(queries|store|jobs|commands))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-widget-stays-small',
      comment:
        "The chat widget runs on other people's pages: it takes its own files, types of the domain and its words.",
      severity: 'error',
      from: { path: '^src/features/chat/widget/(loader|frame|shared)/' },
      to: {
        path: '^src/',
        pathNot: '^src/(features/chat/widget/(loader|frame|shared)|domain/chat|i18n/messages)/',
      },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and Next does not either.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['^src/(app|worker)/', '^src/(instrumentation|proxy)[.]ts$', '^src/i18n/', '[.]d[.]ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/server/db/generated'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'node', 'default'],
    },
  },
};
