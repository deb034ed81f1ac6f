/** Which controls whoever opens the link does not see: so that a class looks at the one that matters. */
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './share.module.css';

interface HiddenControlsProps {
  readonly hidden: readonly string[];
  readonly set: (hidden: readonly string[]) => void;
}

/** What can be hidden of the page besides parameters. */
export const hideableParts = ['inspector', 'timeline', 'chart'] as const;

interface Group {
  readonly title: string;
  /** What each is called in a link, and on the page. */
  readonly controls: readonly (readonly [name: string, title: string])[];
}

export function HiddenControls({ hidden, set }: HiddenControlsProps) {
  const words = useWords();
  const groups = useGroups();
  const toggle = (name: string) =>
    set(hidden.includes(name) ? hidden.filter(one => one !== name) : [...hidden, name]);
  return (
    <details className={styles.hide}>
      <summary>
        {words('sharing.hide')}
        <small>{words('sharing.hidden-count', { count: hidden.length })}</small>
      </summary>
      <p className={styles.soft}>{words('sharing.hide-hint')}</p>
      <dl>
        {groups.map(({ title, controls }) => (
          <div key={controls[0]?.[0]}>
            <dt>{title}</dt>
            <dd>
              {controls.map(([name, label]) => (
                <button
                  key={name}
                  type="button"
                  aria-label={`${title}: ${label}`}
                  aria-pressed={hidden.includes(name)}
                  onClick={() => toggle(name)}
                >
                  {label}
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function useGroups(): readonly Group[] {
  const words = useWords();
  const nodes = useEditor(({ history }) => history.document.nodes);
  const ofNodes = Object.entries(nodes).flatMap(([id, node]): Group[] => {
    const kind = nodeKinds.get(node.kind);
    const controls = Object.entries(kind?.params ?? {}).map(
      ([param, { title }]) => [`${id}.${param}`, words(title)] as const,
    );
    if (!kind || controls.length === 0) return [];
    return [{ title: own(nodes, id)?.title ?? words(kind.title), controls }];
  });
  const ofPage = hideableParts.map(part => [part, words(`sharing.part.${part}`)] as const);
  return [...ofNodes, { title: words('sharing.part.page'), controls: ofPage }];
}
