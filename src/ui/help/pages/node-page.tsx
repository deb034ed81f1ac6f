/** The page of a kind of node: all of it from the kind's own declaration. */
import { Plus } from 'lucide-react';
import type { NodeKind } from '../../../graph/kind.ts';
import type { Port } from '../../../graph/port.ts';
import type { PortType } from '../../../graph/port-type.ts';
import { portTypeMeaning, portTypeName } from '../../../graph/port-type-text.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { placeAtHand } from '../../canvas/flow.ts';
import { placeNewNode } from '../../canvas/node-search/place-new-node.ts';
import buttons from '../../controls/buttons.module.css';
import Formula from '../../inspector/formula.tsx';
import { useWords } from '../../language/words.ts';
import { useLocked } from '../../state/editor.ts';
import { entriesOfKind } from '../glossary/glossary.ts';
import { GuideText } from '../guide-text.tsx';
import styles from '../help.module.css';
import { closeHelp } from '../help-state.ts';
import { Illustration } from '../illustrations/illustration.tsx';
import { kindsAfter, kindsBefore } from '../neighbours.ts';
import { PageLinks } from './page-links.tsx';
import { ParameterTable } from './parameter-table.tsx';

export function NodePage({ kind: name }: { readonly kind: string }) {
  const words = useWords();
  const isLocked = useLocked();
  const kind = nodeKinds.get(name);
  if (!kind) return <p>{words('help.gone')}</p>;
  const { title, summary, documentation, formula, source, inputs, outputs, params } = kind;
  const add = () => {
    closeHelp();
    placeNewNode(kind, placeAtHand());
  };
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {words(title)}
          {words.language === 'zh' && title.en !== title.zh && <small lang="en">{title.en}</small>}
        </h2>
        {!isLocked && (
          <button type="button" className={`${buttons.button} ${buttons.small}`} onClick={add}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {words('help.add')}
          </button>
        )}
      </header>
      <p className={styles.summary}>{words(summary)}</p>
      <div className={styles.text}>
        <GuideText text={words(documentation)} />
      </div>
      <Illustration kind={name} />
      {formula !== '' && <Formula tex={formula} label={`${words('help.formula')}: ${words(title)}`} />}
      <Ports
        title={words('help.takes')}
        ports={inputs}
        kindsOf={kindsBefore}
        label={words('help.from-nodes')}
      />
      <Ports
        title={words('help.gives')}
        ports={outputs}
        kindsOf={kindsAfter}
        label={words('help.to-nodes')}
      />
      <ParameterTable params={params} />
      {source !== '' && (
        <p className={styles.source}>
          {words('help.source')}: {source}
        </p>
      )}
      <PageLinks
        title={words('help.related')}
        links={entriesOfKind(name).map(({ id, term }) => ({ title: term, to: { type: 'term', id } }))}
      />
    </>
  );
}

interface PortsProps {
  readonly title: string;
  readonly label: string;
  readonly ports: Readonly<Record<string, Port<PortType, 'one' | 'optional' | 'many'>>>;
  readonly kindsOf: (type: PortType) => readonly NodeKind[];
}

function Ports({ title, label, ports, kindsOf }: PortsProps) {
  const words = useWords();
  const listed = Object.entries(ports);
  if (listed.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.ports}>
        {listed.map(([name, port]) => (
          <div key={name}>
            <dt>
              <i aria-hidden style={{ background: `var(--wire-${port.type})` }} />
              {words(port.title)}
              <small>
                {words(portTypeName[port.type])}
                {port.arity !== 'one' && ` · ${words(`help.${port.arity}`)}`}
              </small>
            </dt>
            <dd>
              {words(portTypeMeaning[port.type])}
              <PageLinks
                title={label}
                links={kindsOf(port.type).map(({ kind, title: of }) => ({
                  title: of,
                  to: { type: 'node', kind },
                }))}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
