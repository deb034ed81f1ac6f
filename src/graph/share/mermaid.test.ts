import { expect, test } from 'vitest';
import type { GraphDocument } from '../document.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { testRegistry } from '../testing/kinds.ts';
import { mermaidOf } from './mermaid.ts';

test('a graph is a diagram with its kinds, titles, wires and slots', () => {
  const text = mermaidOf(styleTransfer, testRegistry);
  expect(text).toMatch(/^flowchart LR\n/);
  expect(text.match(/-->/g)).toHaveLength(Object.keys(styleTransfer.edges).length);
  expect(text).toContain('|"smooth"|');
  expect(text.match(/^ {2}n\d+(\[|\()/gm)).toHaveLength(Object.keys(styleTransfer.nodes).length);
});

test('frames group what stands in them, and what is switched off is dashed', () => {
  const { nodes, edges } = build({ end: 'image', out: 'output' }, ['end.image → out.image']);
  const document: GraphDocument = {
    title: '',
    nodes: { end: { ...Object(nodes.end), flow: 'muted', title: 'The end' }, out: Object(nodes.out) },
    edges,
    frames: {
      all: { title: 'All', colour: 'grey', position: { x: -10, y: -10 }, size: { width: 100, height: 100 } },
    },
  };
  expect(mermaidOf(document, testRegistry)).toBe(`flowchart LR
  subgraph f1["All"]
    n1(["<b>The end</b><br/>Image"])
    n2(["<b>Output</b><br/>out"])
  end
  n1 --> n2
  classDef off opacity:0.5,stroke-dasharray:4
  class n1 off
`);
});

test('D5 what a title says is shown, not obeyed', () => {
  const { nodes } = build({ a: 'image' });
  const title = 'x"] --> n2; click n1 "javascript:alert(1)"\n<img src=x>`';
  const text = mermaidOf({ title: '', nodes: { a: { ...Object(nodes.a), title } }, edges: {} }, testRegistry);
  expect(text.split('\n')).toHaveLength(3);
  expect(text).not.toMatch(/<img|"\]? -->|javascript:alert\(/);
  expect(text).toContain('#60;img');
});
