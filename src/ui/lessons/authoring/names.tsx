/** What a lesson can name of a graph, to be chosen from: nodes, and their parameters. */
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { useWords } from '../../language/words.ts';
import fields from './fields.module.css';

/** What `name`, a node (`style`) or a parameter (`style.weight`), is called on the page. */
export function useNames(graph: GraphDocument): (name: string) => string {
  const words = useWords();
  return name => {
    const [id = '', param] = name.split('.');
    const node = own(graph.nodes, id);
    const kind = nodeKinds.get(node?.kind ?? '');
    const title = node?.title ?? (kind ? words(kind.title) : id);
    const isOnlyOne = !Object.entries(graph.nodes).some(
      ([other, { kind: of, title: called }]) => other !== id && of === node?.kind && called === node.title,
    );
    const called = isOnlyOne ? title : `${title} · ${id}`;
    const parameter = param === undefined ? undefined : own(kind?.params ?? {}, param);
    return param === undefined ? called : `${called}: ${parameter ? words(parameter.title) : param}`;
  };
}

interface ChooserProps {
  readonly graph: GraphDocument;
  readonly label: string;
  readonly value: string | undefined;
  /** Said where nothing is chosen. */
  readonly nothing?: string;
  readonly set: (name: string | undefined) => void;
}

interface NodeChooserProps extends ChooserProps {
  /** Only these. */
  readonly kind?: string;
}

export function NodeChooser({ graph, label, value, nothing, set, kind }: NodeChooserProps) {
  const name = useNames(graph);
  const ids = Object.keys(graph.nodes).filter(id => kind === undefined || graph.nodes[id]?.kind === kind);
  return (
    <Chooser label={label} value={value} nothing={nothing} set={set}>
      {ids.map(id => (
        <option key={id} value={id}>
          {name(id)}
        </option>
      ))}
    </Chooser>
  );
}

export function ParameterChooser({ graph, label, value, nothing, set }: ChooserProps) {
  const words = useWords();
  const name = useNames(graph);
  return (
    <Chooser label={label} value={value} nothing={nothing} set={set}>
      {Object.keys(graph.nodes).map(id => {
        const params = Object.entries(paramsOf(graph, id));
        return params.length === 0 ? null : (
          <optgroup key={id} label={name(id)}>
            {params.map(([param, { title }]) => (
              <option key={param} value={`${id}.${param}`}>
                {words(title)}
              </option>
            ))}
          </optgroup>
        );
      })}
    </Chooser>
  );
}

const paramsOf = (graph: GraphDocument, id: NodeId) =>
  nodeKinds.get(own(graph.nodes, id)?.kind ?? '')?.params ?? {};

interface PlainChooserProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly nothing?: string | undefined;
  readonly set: (value: string | undefined) => void;
  readonly children: React.ReactNode;
}

export function Chooser({ label, value, nothing, set, children }: PlainChooserProps) {
  return (
    <select
      className={fields.select}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
    >
      {(nothing !== undefined || value === undefined) && <option value="">{nothing ?? '…'}</option>}
      {children}
    </select>
  );
}
