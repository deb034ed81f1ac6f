/** What a page shows of its graph, what it locks, and what it points at. */
import type { GraphDocument } from '../../../graph/document.ts';
import { type LessonPage, type Pointer, pointerSchema } from '../../../graph/lesson/lesson.ts';
import { useWords } from '../../language/words.ts';
import { HiddenControls } from '../../share/hidden-controls.tsx';
import { SwitchRow } from '../../share/switch-row.tsx';
import { Chips } from './chips.tsx';
import { dropField, setPage } from './draft-state.ts';
import fields from './fields.module.css';
import { Chooser, NodeChooser, ParameterChooser, useNames } from './names.tsx';

interface ShownFieldsProps {
  readonly page: LessonPage;
  readonly graph: GraphDocument;
}

export function ShownFields({ page, graph }: ShownFieldsProps) {
  const words = useWords();
  const { hidden = [] } = page;
  return (
    <>
      {(['view', 'select'] as const).map(field => (
        <div key={field} className={fields.row}>
          <span className={fields.label} aria-hidden>
            {words(`lesson.write.${field}`)}
          </span>
          <NodeChooser
            graph={graph}
            label={words(`lesson.write.${field}`)}
            value={page[field]}
            nothing={words('lesson.write.as-it-is')}
            set={id => (id === undefined ? dropField(field) : setPage({ [field]: id }))}
          />
        </div>
      ))}
      <Focus page={page} graph={graph} />
      <Points page={page} graph={graph} />
      <Locks page={page} graph={graph} />
      <HiddenControls
        hidden={hidden}
        set={names => (names.length === 0 ? dropField('hidden') : setPage({ hidden: names }))}
      />
    </>
  );
}

function Focus({ page: { focus = [] }, graph }: ShownFieldsProps) {
  const words = useWords();
  const name = useNames(graph);
  const set = (ids: readonly string[]) => (ids.length === 0 ? dropField('focus') : setPage({ focus: ids }));
  return (
    <Chips
      label={words('lesson.write.focus')}
      items={focus.map(name)}
      remove={index => set(focus.toSpliced(index, 1))}
    >
      <NodeChooser
        graph={graph}
        label={words('lesson.write.focus')}
        value={undefined}
        nothing={words(focus.length === 0 ? 'lesson.write.all' : 'lesson.write.add-node')}
        set={id => id !== undefined && !focus.includes(id) && set([...focus, id])}
      />
    </Chips>
  );
}

const parts = pointerSchema.options[2].shape.part.options;

function Points({ page: { point = [] }, graph }: ShownFieldsProps) {
  const words = useWords();
  const name = useNames(graph);
  const set = (points: readonly Pointer[]) =>
    points.length === 0 ? dropField('point') : setPage({ point: points.slice(0, 8) });
  const called = (pointer: Pointer): string => {
    if (pointer.type === 'part') return words(`lesson.write.part.${pointer.part}`);
    return name(pointer.type === 'node' ? pointer.node : `${pointer.node}.${pointer.param}`);
  };
  const add = (pointer: Pointer | undefined) => pointer && set([...point, pointer]);
  return (
    <Chips
      label={words('lesson.write.point')}
      items={point.map(called)}
      remove={index => set(point.toSpliced(index, 1))}
    >
      <div className={fields.adders}>
        <NodeChooser
          graph={graph}
          label={`${words('lesson.write.point')}: ${words('lesson.write.field.node')}`}
          value={undefined}
          nothing={words('lesson.write.field.node')}
          set={node => add(node === undefined ? undefined : { type: 'node', node })}
        />
        <ParameterChooser
          graph={graph}
          label={`${words('lesson.write.point')}: ${words('lesson.write.field.parameter')}`}
          value={undefined}
          nothing={words('lesson.write.field.parameter')}
          set={chosen =>
            add(chosen === undefined ? undefined : { type: 'parameter', ...parameterOf(chosen) })
          }
        />
        <Chooser
          label={`${words('lesson.write.point')}: ${words('lesson.write.parts')}`}
          value={undefined}
          nothing={words('lesson.write.parts')}
          set={chosen => {
            const part = parts.find(one => one === chosen);
            add(part && { type: 'part', part });
          }}
        >
          {parts.map(part => (
            <option key={part} value={part}>
              {words(`lesson.write.part.${part}`)}
            </option>
          ))}
        </Chooser>
      </div>
    </Chips>
  );
}

/** `style.weight` */
export function parameterOf(name: string): { readonly node: string; readonly param: string } {
  const [node = '', param = ''] = name.split('.');
  return { node, param };
}

function Locks({ page: { unlocked }, graph }: ShownFieldsProps) {
  const words = useWords();
  const name = useNames(graph);
  return (
    <>
      <SwitchRow
        label={words('lesson.write.lock')}
        hint={words('lesson.write.lock-hint')}
        isOn={unlocked !== undefined}
        set={isOn => (isOn ? setPage({ unlocked: [] }) : dropField('unlocked'))}
      />
      {unlocked && (
        <Chips
          label={words('lesson.write.unlocked')}
          items={unlocked.map(name)}
          remove={index => setPage({ unlocked: unlocked.toSpliced(index, 1) })}
        >
          <ParameterChooser
            graph={graph}
            label={words('lesson.write.unlocked')}
            value={undefined}
            nothing={words('lesson.write.add-parameter')}
            set={chosen =>
              chosen !== undefined &&
              !unlocked.includes(chosen) &&
              setPage({ unlocked: [...unlocked, chosen] })
            }
          />
        </Chips>
      )}
    </>
  );
}
