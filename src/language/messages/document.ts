import type { Text } from '../text.ts';

/** What the document, its files and its validator say. Placeholders follow ICU MessageFormat. */
export const documentMessages = {
  // Names that are not there
  'unknown-node': { en: 'There is no node `{node}`.{hint}', zh: '没有节点 `{node}`。{hint}' },
  'unknown-edge': { en: 'There is no wire `{edge}`.', zh: '没有连线 `{edge}`。' },
  'unknown-frame': { en: 'There is no frame `{id}`.{hint}', zh: '没有分组框 `{id}`。{hint}' },
  'unknown-note': { en: 'There is no note `{id}`.{hint}', zh: '没有便签 `{id}`。{hint}' },
  'unknown-kind': {
    en: '`{node}` is of the kind `{kind}`, which this Gramarye does not have.{hint}',
    zh: '`{node}` 的种类 `{kind}` 在此版本的 Gramarye 中不存在。{hint}',
  },
  'newer-kind': {
    en: '`{node}` was made with version {version} of {kind}; this Gramarye has version {known}. Update Gramarye to open it as it was.',
    zh: '`{node}` 由“{kind}”的第 {version} 版创建；此 Gramarye 只有第 {known} 版。请更新 Gramarye 后再打开。',
  },
  'unknown-input': {
    en: '`{node}` ({kind}) has no input `{port}`.{hint}',
    zh: '`{node}`（{kind}）没有输入 `{port}`。{hint}',
  },
  'unknown-output': {
    en: '`{node}` ({kind}) has no output `{port}`.{hint}',
    zh: '`{node}`（{kind}）没有输出 `{port}`。{hint}',
  },
  'unknown-parameter': {
    en: '`{node}` ({kind}) has no parameter `{param}`.{hint}',
    zh: '`{node}`（{kind}）没有参数 `{param}`。{hint}',
  },
  'did-you-mean': { en: ' Did you mean `{name}`?', zh: '是不是 `{name}`？' },
  'has-these': { en: ' It has {names}.', zh: '它有：{names}。' },

  // Wires
  'type-mismatch': {
    en: '`{to}` takes {wanted}, and `{from}` gives {given}. {meaning}',
    zh: '`{to}` 接受{wanted}，而 `{from}` 给出的是{given}。{meaning}',
  },
  circle: {
    en: 'Wires would run in a circle, where nothing could be computed first: {path}.',
    zh: '连线会形成环，环中没有可以最先计算的节点：{path}。',
  },
  'slot-missing': {
    en: '`{to}` takes many wires, and each needs a name of its own, such as `{to}/{example}`.',
    zh: '`{to}` 可接多条连线，每条都要有自己的名字，例如 `{to}/{example}`。',
  },
  'slot-unwanted': {
    en: '`{to}` takes one wire, so it has no place named `{slot}`.',
    zh: '`{to}` 只接一条连线，没有名为 `{slot}` 的位置。',
  },
  'input-taken': {
    en: 'Two wires enter `{to}`, which takes one: from `{first}` and from `{second}`.',
    zh: '`{to}` 只接一条连线，却接了两条：来自 `{first}` 和 `{second}`。',
  },
  'input-missing': {
    en: 'Nothing is wired to `{to}`, which needs {wanted}. {meaning}',
    zh: '`{to}` 还没有接线，它需要{wanted}。{meaning}',
  },

  // Parameters
  'parameter-refused': {
    en: '`{path}` should be {expected}; it is {value}.',
    zh: '`{path}` 应为：{expected}；现在是 {value}。',
  },
  'expect-number': { en: 'a number from {min} to {max}{unit}', zh: '{min} 到 {max}{unit} 之间的数' },
  'expect-integer': { en: 'a whole number from {min} to {max}{unit}', zh: '{min} 到 {max}{unit} 之间的整数' },
  'expect-choice': { en: 'one of: {choices}', zh: '以下之一：{choices}' },
  'expect-flag': { en: 'yes or no', zh: '是（yes）或否（no）' },
  'expect-layers': {
    en: 'a list of layers, such as `relu1_1, conv4_2`',
    zh: '一组层名，例如 `relu1_1, conv4_2`',
  },
  'expect-weights': {
    en: 'a weight from 0 to {max} for each name, such as `relu1_1=0.5, relu4_1=2`',
    zh: '每个名字一个 0 到 {max} 之间的权重，例如 `relu1_1=0.5, relu4_1=2`',
  },
  'expect-image': {
    en: 'a picture: `sample:NAME` or `file:PATH`',
    zh: '一张图片：`sample:名称` 或 `file:路径`',
  },
  'expect-encoder': {
    en: 'an encoder: `lite`, `model:NAME`, `random:SEED`, `folder:PATH` or `file:PATH`',
    zh: '一个编码器：`lite`、`model:名称`、`random:种子`、`folder:路径` 或 `file:路径`',
  },
  'expect-network': {
    en: 'a network: `adain`, `folder:PATH` or `file:PATH`, a ZIP archive; or `none`',
    zh: '一个网络：`adain`、`folder:路径` 或 `file:路径`（ZIP 压缩包）；或 `none`',
  },
  'path-incomplete': {
    en: '`{path}` should name a node and a parameter, as in `style.weight` or `style.weights.relu1_1`.',
    zh: '`{path}` 应写明节点和参数，例如 `style.weight` 或 `style.weights.relu1_1`。',
  },
  'path-too-long': {
    en: '`{path}` is a single value and has no part `{part}`.',
    zh: '`{path}` 是单个值，没有 `{part}` 这一部分。',
  },

  // Nodes that are switched off
  'flow.muted': { en: 'It is muted: it gives nothing.', zh: '已静音：不输出任何内容。' },
  'flow.bypassed': {
    en: 'It is bypassed: what enters leaves as it is.',
    zh: '已旁路：输入原样通过。',
  },
  'flow.waits-for-muted': {
    en: 'It waits for `{node}`, which is muted.',
    zh: '它在等待已静音的 `{node}`。',
  },
  'flow.waits-for-bypassed': {
    en: 'It waits for `{node}`, which is bypassed and has nothing to pass on.',
    zh: '它在等待 `{node}`；该节点已旁路，且没有可以传递的内容。',
  },
  'bypass-refused': {
    en: '{kind} cannot be bypassed: nothing that it takes is of the kind that it gives. It can be muted.',
    zh: '“{kind}”无法旁路：它的输入中没有与输出同类的内容。可以将其静音。',
  },

  // Fixes
  'fix-flow-normal': { en: 'Switch `{node}` on', zh: '启用 `{node}`' },
  'fix-flow-muted': { en: 'Mute `{node}`', zh: '将 `{node}` 静音' },
  'fix-insert': { en: 'Insert {kind}', zh: '插入“{kind}”' },
  'fix-connect': { en: 'Connect `{from}`', zh: '连接 `{from}`' },
  'fix-name-slot': { en: 'Connect as `{to}`', zh: '连接为 `{to}`' },
  'fix-remove-edge': {
    en: 'Remove the wire from `{from}` to `{to}`',
    zh: '删除从 `{from}` 到 `{to}` 的连线',
  },
  'fix-set': { en: 'Set `{path}` to {value}', zh: '将 `{path}` 设为 {value}' },

  // Edits that do not fit the document
  'bad-name': {
    en: '`{name}` cannot be a name. Names begin with a letter, then have letters, digits, - and _, 64 at most.',
    zh: '`{name}` 不能作为名字。名字以英文字母开头，后接英文字母、数字、- 或 _，最多 64 个字符。',
  },
  'node-exists': { en: 'There is a node `{node}` already.', zh: '已有节点 `{node}`。' },
  'name-taken': { en: 'There is a `{name}` already.', zh: '已有 `{name}`。' },
  'too-many-annotations': {
    en: 'A graph has at most {limit, number} frames and as many notes.',
    zh: '一张图最多有 {limit, number} 个分组框，便签数量亦然。',
  },
  'edge-exists': {
    en: 'There is a wire `{edge}` to another input already.',
    zh: '已有通往另一输入的连线 `{edge}`。',
  },
  'not-storable': {
    en: '{value} cannot be kept in a document: `{where}` takes finite numbers, texts, yes or no, and lists of these.',
    zh: '{value} 无法存入文档：`{where}` 只接受有限数、文本、是或否，以及它们的列表。',
  },

  // Files
  'file-empty': { en: 'The file is empty.', zh: '文件是空的。' },
  'file-too-large': {
    en: 'The file has {size, number} characters; Gramarye opens graphs of up to {limit, number}.',
    zh: '文件有 {size, number} 个字符；Gramarye 最多打开 {limit, number} 个字符的图。',
  },
  'file-too-deep': {
    en: 'The file is nested more than {limit, number} levels deep, which no graph needs.',
    zh: '文件的嵌套超过 {limit, number} 层，任何图都不需要这么深。',
  },
  'file-text-too-long': {
    en: '`{path}` is a text of {size, number} characters; up to {limit, number} can be opened.',
    zh: '`{path}` 的文本有 {size, number} 个字符；最多可打开 {limit, number} 个。',
  },
  'file-too-many-nodes': {
    en: 'The graph has {size, number} nodes; Gramarye opens up to {limit, number}.',
    zh: '图中有 {size, number} 个节点；Gramarye 最多打开 {limit, number} 个。',
  },
  'file-too-many-edges': {
    en: 'The graph has {size, number} wires; Gramarye opens up to {limit, number}.',
    zh: '图中有 {size, number} 条连线；Gramarye 最多打开 {limit, number} 条。',
  },
  'file-too-many-frames': {
    en: 'The graph has {size, number} frames; Gramarye opens up to {limit, number}.',
    zh: '图中有 {size, number} 个分组框；Gramarye 最多打开 {limit, number} 个。',
  },
  'file-too-many-notes': {
    en: 'The graph has {size, number} notes; Gramarye opens up to {limit, number}.',
    zh: '图中有 {size, number} 张便签；Gramarye 最多打开 {limit, number} 张。',
  },
  'file-forbidden-key': {
    en: 'The file has a field named `{key}`, which no Gramarye writes; it is not opened.',
    zh: '文件中有名为 `{key}` 的字段，Gramarye 从不写入它；文件未打开。',
  },
  'file-not-json': {
    en: 'The file is not valid JSON: {what} at line {line}, column {column}.',
    zh: '文件不是有效的 JSON：第 {line} 行第 {column} 列{what}。',
  },
  'json-value-expected': { en: 'a value is missing', zh: '缺少一个值' },
  'json-name-expected': { en: 'a field’s name in double quotes is missing', zh: '缺少双引号中的字段名' },
  'json-colon-expected': { en: 'a colon is missing', zh: '缺少冒号' },
  'json-comma-expected': { en: 'a comma is missing', zh: '缺少逗号' },
  'json-brace-expected': { en: 'a closing brace is missing', zh: '缺少右花括号' },
  'json-bracket-expected': { en: 'a closing bracket is missing', zh: '缺少右方括号' },
  'json-end-expected': { en: 'there is something after the end', zh: '在结尾之后还有内容' },
  'json-text-broken': { en: 'a text has no end or a bad character', zh: '文本没有结束或含有错误字符' },
  'json-number-broken': { en: 'a number is broken', zh: '数字不完整' },
  'json-comment': { en: 'there is a comment, which JSON does not have', zh: '有注释，而 JSON 不支持注释' },
  'json-symbol': { en: 'there is something that is not JSON', zh: '有不属于 JSON 的内容' },
  'file-not-gramarye': {
    en: 'This is JSON, but not a Gramarye graph: those begin with "format": "gramarye".',
    zh: '这是 JSON，但不是 Gramarye 图：图文件以 "format": "gramarye" 开头。',
  },
  'file-schema-missing': {
    en: 'The file does not say which schema it follows: "schema" should be a whole number from 1 to {known}.',
    zh: '文件没有写明所用的格式版本："schema" 应为 1 到 {known} 之间的整数。',
  },
  'file-schema-newer': {
    en: 'The file was saved by a newer Gramarye (schema {schema}; this one reads up to {known}). Update Gramarye to open it.',
    zh: '文件由更新版本的 Gramarye 保存（格式版本 {schema}；此版本最多读取 {known}）。请更新 Gramarye 后再打开。',
  },
  'file-migration-failed': {
    en: 'The file follows schema {schema} and could not be brought up to date (step “{step}”); it may be damaged.',
    zh: '文件的格式版本为 {schema}，升级时失败（步骤“{step}”）；文件可能已损坏。',
  },
  'file-field-refused': {
    en: '`{path}` in the file should be {expected}; it is {value}.',
    zh: '文件中的 `{path}` 应为：{expected}；现在是 {value}。',
  },
  'file-field-missing': {
    en: '`{path}` is missing in the file; it should be {expected}.',
    zh: '文件中缺少 `{path}`；它应为：{expected}。',
  },
  'expect-text': { en: 'a text', zh: '文本' },
  'expect-finite': { en: 'a number', zh: '数字' },
  'expect-version': { en: 'a whole number from 1', zh: '从 1 开始的整数' },
  'expect-object': { en: 'a group of named fields in braces', zh: '花括号中的一组命名字段' },
  'expect-list': { en: 'a list in brackets', zh: '方括号中的列表' },
  'expect-source': { en: 'an output, such as `content.image`', zh: '一个输出，例如 `content.image`' },
  'expect-target': {
    en: 'an input, such as `taps.image` or `total.losses/style`',
    zh: '一个输入，例如 `taps.image` 或 `total.losses/style`',
  },
  'expect-flow': { en: '`muted` or `bypassed`', zh: '`muted` 或 `bypassed`' },
  'expect-side': {
    en: 'a length from 16 to 100000 pixels',
    zh: '16 到 100000 像素之间的长度',
  },
  'expect-colour': {
    en: 'one of: grey, red, amber, green, teal, blue, violet, pink',
    zh: '以下之一：grey（灰）、red（红）、amber（琥珀）、green（绿）、teal（青）、blue（蓝）、violet（紫）、pink（粉）',
  },
  'expect-frame-title': { en: 'a text of up to 200 characters', zh: '最多 200 个字符的文本' },
  'expect-note': {
    en: 'a text of up to 20000 characters, or a list of its lines',
    zh: '最多 20000 个字符的文本，或由其各行组成的列表',
  },
  'expect-via': {
    en: 'a list of up to 32 points, each with an `x` and a `y`',
    zh: '最多 32 个点的列表，每个点有 `x` 和 `y`',
  },
  'expect-edge-id': { en: 'an id, such as `taps.image`', zh: '一个标识，例如 `taps.image`' },

  // Repairs
  'repair-field-twice': {
    en: '`{name}` stood twice, again at line {line}; the last one was kept.',
    zh: '`{name}` 出现了两次，第二次在第 {line} 行；保留了最后一个。',
  },
  'repair-dangling': {
    en: 'The wire from `{from}` to `{to}` was dropped: there is no node `{node}`.',
    zh: '从 `{from}` 到 `{to}` 的连线已去除：没有节点 `{node}`。',
  },
  'repair-input-taken': {
    en: 'Two wires entered `{to}`, which takes one; the one from `{kept}` was kept, the one from `{dropped}` dropped.',
    zh: '`{to}` 只接一条连线，却接了两条；保留了来自 `{kept}` 的，去除了来自 `{dropped}` 的。',
  },
  'repair-edge-id': {
    en: 'Two wires were named `{id}`; the one from `{from}` to `{to}` is now `{renamed}`.',
    zh: '有两条连线都名为 `{id}`；从 `{from}` 到 `{to}` 的那条现名为 `{renamed}`。',
  },
} as const satisfies Record<string, Text>;
