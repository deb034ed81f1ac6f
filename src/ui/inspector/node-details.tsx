/** One node: its title, what is wrong with it, its parameters, how it is, and how it works. */
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { relevantParameters } from '../../graph/relevance.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useWords } from '../language/words.ts';
import { act, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { About } from './about.tsx';
import styles from './inspector.module.css';
import { NodeNow } from './node-now.tsx';
import { ParameterRow } from './parameter-row.tsx';
import { Problems } from './problems.tsx';
import { Section } from './section.tsx';
import { TitleField } from './title-field.tsx';

export function NodeDetails({ id }: { readonly id: NodeId }) {
  const words = useWords();
  const name = useEditor(({ history }) => own(history.document.nodes, id)?.kind) ?? '';
  const title = useEditor(({ history }) => own(history.document.nodes, id)?.title) ?? '';
  const kind = nodeKinds.get(name);
  const hidden = useEditor(({ shown }) => shown?.hidden);
  // As one text, so that only another choice renders.
  const relevant = useEditor(({ history }) =>
    relevantParameters(kind?.params ?? {}, own(history.document.nodes, id)?.params ?? {}).join(),
  ).split(',');
  const params = Object.entries(kind?.params ?? {}).filter(
    ([param]) => relevant.includes(param) && !hidden?.includes(`${id}.${param}`),
  );
  const usual = kind ? words(kind.title) : name;
  const rename = (named: string) => {
    const label = message('inspector.rename', { what: title || usual });
    const done = act([{ type: 'rename-node', id, title: named }], { label });
    if (!done.ok) refuse(done.reason);
  };
  return (
    <div className={styles.inspector}>
      <header>
        <div className={styles.titleRow}>
          <TitleField label={words('inspector.title')} title={title} usual={usual} rename={rename} />
          {kind && <HelpButton kind={kind} />}
        </div>
        <p className={styles.summary}>
          {title !== '' && <b>{usual}. </b>}
          {kind ? words(kind.summary) : words('inspector.unknown-kind')}
        </p>
      </header>
      <Problems id={id} />
      {params.length > 0 && (
        <Section title={words('inspector.parameters')}>
          {params.map(([param, parameter]) => (
            <ParameterRow key={param} node={id} param={param} parameter={parameter} />
          ))}
        </Section>
      )}
      <NodeNow id={id} />
      {kind && <About kind={kind} />}
    </div>
  );
}
