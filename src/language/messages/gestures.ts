import type { Text } from '../text.ts';

/** What gestures on a document say where they cannot be done, and what they made another. ICU MessageFormat. */
export const gestureMessages = {
  'gesture.nothing-selected': { en: 'Nothing is selected.', zh: '没有选中任何内容。' },
  'gesture.not-on-wire': {
    en: 'There is nothing that could be put into the wire `{wire}`.',
    zh: '没有可以插入连线 `{wire}` 的节点。',
  },
  'gesture.does-not-fit-wire': {
    en: '{kind} does not fit into the wire `{wire}`: it takes or gives something else.',
    zh: '“{kind}”无法插入连线 `{wire}`：它接受或给出的类型不同。',
  },
  'gesture.input-taken': {
    en: 'The input of {kind} that the wire would enter is wired already.',
    zh: '连线要进入的“{kind}”输入已经接线。',
  },
  'gesture.would-circle': {
    en: '`{node}` cannot be put into this wire: it is wired to one of its ends, and the wires would run in a circle.',
    zh: '`{node}` 无法插入这条连线：它已与连线的一端相连，连线会形成环。',
  },
  'paste.empty': {
    en: 'There is nothing to paste: the text holds no node, frame or note.',
    zh: '没有可以粘贴的内容：文本中没有节点、分组框或便签。',
  },
  'paste.outer-gone': {
    en: 'there is no `{node}` here.',
    zh: '这里没有 `{node}`。',
  },
  'paste.input-taken': {
    en: '`{to}` takes one wire and has one.',
    zh: '`{to}` 只接受一条连线，且已接上。',
  },
  'paste.circle': {
    en: 'a wire into `{to}` would close a circle.',
    zh: '接入 `{to}` 的连线会形成环路。',
  },
  'paste.linked': {
    en: '{made, plural, =0 {No wire to what is around was} one {# wire to what is around was} other {# wires to what is around were}} made.',
    zh: '已接上 {made} 条外部连线。',
  },
  'paste.linked-some': {
    en: '{made, plural, =0 {No wire to what is around was} one {# wire to what is around was} other {# wires to what is around were}} made, {missed, plural, one {# was not} other {# were not; the first}}: {reason}',
    zh: '已接上 {made} 条外部连线，{missed} 条未接上：{reason}',
  },
  'paste.outer-refused': {
    en: 'The copied text is damaged: `outer` should be a list of wires.',
    zh: '复制的文本已损坏：`outer` 应为连线的列表。',
  },

  // What differs between two documents
  'difference.parameter': {
    en: '{node}, {param}: {before} → {after}',
    zh: '{node}的{param}：{before} → {after}',
  },
  'difference.entry': {
    en: '{node}, {param} of {entry}: {before} → {after}',
    zh: '{node}，{entry} 的{param}：{before} → {after}',
  },
  'difference.node-added': { en: '{node} added', zh: '新增{node}' },
  'difference.node-removed': { en: '{node} removed', zh: '移除{node}' },
  'difference.muted': { en: '{node} muted', zh: '{node}已静音' },
  'difference.bypassed': { en: '{node} bypassed', zh: '{node}已旁路' },
  'difference.switched-on': { en: '{node} switched on', zh: '{node}已启用' },
  'difference.wire-added': { en: 'Wired `{from}` → `{to}`', zh: '新连线 `{from}` → `{to}`' },
  'difference.wire-removed': { en: 'Unwired `{from}` → `{to}`', zh: '断开 `{from}` → `{to}`' },
  'difference.wire-changed': {
    en: '`{to}` fed by `{after}` instead of `{before}`',
    zh: '`{to}` 的来源由 `{before}` 改为 `{after}`',
  },
  'difference.yes': { en: 'yes', zh: '是' },
  'difference.no': { en: 'no', zh: '否' },
} as const satisfies Readonly<Record<string, Text>>;
