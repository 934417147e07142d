/** Who may import whom. The folders' own tsconfig files enforce the platform half of it. */
const outside = (folders) => ({ path: '^(core|main|preload|renderer)/', pathNot: `^(${folders.join('|')})/` });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.module\\.css$'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'core-imports-core', severity: 'error', from: { path: '^core/' }, to: outside(['core']) },
    {
      name: 'core-is-pure',
      comment: 'Packages that core may use are pure and named here.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(zod|opencc-js|pinyin-pro|diff|yaml|markdown-it|uuid|liquidjs|csv-stringify|csv-parse)/',
      },
    },
    { name: 'main-imports-core', severity: 'error', from: { path: '^main/' }, to: outside(['core', 'main']) },
    {
      name: 'preload-imports-channel-names',
      comment: 'A schema library in the preload would make it 150 times larger.',
      severity: 'error',
      from: { path: '^preload/' },
      to: { path: '.', pathNot: ['^core/ipc/channels\\.ts$', '^electron$', 'node_modules/electron/'] },
    },
    {
      name: 'renderer-imports-core',
      severity: 'error',
      from: { path: '^renderer/' },
      to: outside(['core', 'renderer']),
    },
    {
      name: 'dexie-in-storage',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/storage/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'projectors-are-loaded-in-slices',
      comment: 'To compile dictionaries takes up to 0.1 s, in which no frame would be drawn.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/load-script\\.ts$' },
      to: { path: '^core/script/(projector|conversion)\\.ts$' },
    },
    {
      name: 'live-queries-in-hooks',
      comment: 'What is kept is read behind a use-* hook of a feature.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: ['^renderer/storage/', '^renderer/(features/[^/]+|app)/use-[^/]+\\.tsx?$'] },
      to: { path: 'node_modules/dexie-react-hooks/' },
    },
    {
      name: 'features-meet-at-their-index',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'app-uses-features-by-their-index',
      severity: 'error',
      from: { path: '^renderer/(app/|main\\.ts|application\\.ts)' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^(core|renderer/(app|features|page|storage|platform))/' },
    },
    {
      name: 'page-and-storage-know-no-feature',
      severity: 'error',
      from: { path: '^renderer/(page|storage|platform)/' },
      to: { path: '^renderer/(app|features|ui)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|html|json)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
