import type { Text } from '../text.ts';

/** What the canvas says: of wires that are drawn, nodes that are searched for, and what a gesture did. */
export const canvasMessages = {
  'canvas.both-outputs': {
    en: 'Both ends are outputs. A wire runs from an output to an input.',
    zh: '两端都是输出。连线须从输出接到输入。',
  },
  'canvas.both-inputs': {
    en: 'Both ends are inputs. A wire runs from an output to an input.',
    zh: '两端都是输入。连线须从输出接到输入。',
  },
  'canvas.no-inputs': {
    en: '`{node}` takes nothing: it has no inputs.',
    zh: '`{node}` 没有输入端口，不接受任何连线。',
  },
  'canvas.no-outputs': {
    en: '`{node}` gives nothing: it has no outputs.',
    zh: '`{node}` 没有输出端口，不产生任何东西。',
  },
  'canvas.reconnect': { en: 'Reconnect `{to}`', zh: '改接 `{to}`' },
  'canvas.disconnect': { en: 'Disconnect `{to}`', zh: '断开 `{to}`' },
  'canvas.next-wire': { en: 'One more', zh: '再接一条' },
  'canvas.search': { en: 'Add a node…', zh: '添加节点……' },
  'canvas.search-fitting': { en: 'Add a node that fits…', zh: '添加适配的节点……' },
  'canvas.nothing-found': { en: 'No node is called that.', zh: '没有叫这个名字的节点。' },
  'canvas.which-port': { en: 'Connect which port?', zh: '连接哪个端口？' },
  'canvas.where-to': { en: 'Connect to…', zh: '连接到……' },
  'canvas.in-the-graph': { en: 'In the graph', zh: '图中' },
  'canvas.outputs': { en: 'Outputs', zh: '输出' },
  'canvas.inputs': { en: 'Inputs', zh: '输入' },
  'canvas.added': { en: 'Add {kind}', zh: '添加{kind}' },
  'canvas.announce-added': { en: '{kind} added', zh: '已添加{kind}' },
} as const satisfies Record<string, Text>;
