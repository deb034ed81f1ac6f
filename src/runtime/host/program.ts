import type { Registry } from '../../graph/kind.ts';
import type { Message } from '../../language/message.ts';
import { message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import { compile } from '../compile/compile.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import { type ProgramFiles, type ProgramNames, programFiles } from '../export/program-files.ts';
import { type Understood, wholePart } from '../session/understood.ts';

/** A document as a program of its own; or the first reason why there is none. */
export function programOf(
  understood: Understood,
  registry: Registry<LowerableKind>,
  names: ProgramNames,
): Result<ProgramFiles> {
  const { document, examination, facts, resources } = understood;
  const wrong = examination.problems.find(({ severity }) => severity === 'error');
  if (wrong) return failure(wrong.reason);
  const validated = wholePart(understood);
  const compiled = compile(validated, registry, facts);
  if (!compiled.ok) return failure(reasonOf(compiled.reason));
  const { params } = validated;
  return programFiles({ document, params, plan: compiled.value, registry, resources }, names);
}

const reasonOf = ([problem]: readonly { readonly reason: Message }[]): Message =>
  problem?.reason ?? message('compile.no-output');
