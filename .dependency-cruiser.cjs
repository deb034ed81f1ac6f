/**
 * The one way through, enforced: each folder knows only those before it in this list.
 * The list is the one of docs/architecture.md; a change here is a change there.
 */
const order = ['src/language', 'src/graph', 'src/runtime', 'models', 'src/nodes', 'src/cli', 'src/ui'];

const upward = order.map((folder, index) => ({
  name: `${folder}-knows-nothing-higher`,
  comment: `${folder} may import only from: ${order.slice(0, index).join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: `^(${[...order.slice(index + 1), 'src/index', 'tests', 'scripts'].join('|')})` },
}));

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-cycles',
      comment: 'Two files that need each other hold one idea between them: join them or part them anew.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tensors-in-the-document',
      comment: 'The document is pure data: no tensors, no page, no Node.',
      severity: 'error',
      from: { path: '^src/(language|graph)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(@tensorflow|react|^fs|^node:)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-below-the-command-line',
      comment: 'The runtime, the encoders and the nodes run in a page too: what needs Node lives in src/cli.',
      severity: 'error',
      from: { path: '^(src/(runtime|nodes)|models)/', pathNot: '(\\.test\\.ts$|/testing/)' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
